"""Tables that are made in half the time: a step draws the model it changes, and no other that is tied to it.

While it migrates, Django keeps a picture of all models. Ours are all tied to people and schools, so that for
each new one it drew nearly all others again. To make tables the model itself is enough; the picture is then
marked as "delayed", and a step that asks the models something (RunPython) has all of them drawn first.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.migrations.state import ProjectState

Key = tuple[str, str]  # of an app and of a model
all_that_are_tied = ProjectState._find_reload_model  # type: ignore[attr-defined]  # the stubs do not know it


def itself(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set[Key]:
    """Which models are drawn anew: all that are tied to it if a key to another model changes."""
    is_known = model_name in state.apps.all_models[app_label]
    if is_known and not delay:
        found: set[Key] = all_that_are_tied(state, app_label, model_name, delay)
        return found
    state.is_delayed = True
    return {(app_label, model_name)}


@contextmanager
def drawn_alone() -> Iterator[None]:
    ProjectState._find_reload_model = itself  # type: ignore[attr-defined]
    try:
        yield
    finally:
        ProjectState._find_reload_model = all_that_are_tied  # type: ignore[attr-defined]
