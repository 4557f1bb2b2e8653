"""How views ask. 404 for what you may not see, 403 for what you may not do."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import ALLOWED, Having, Look
from driehoek.backbone.access.rules.rule import Names
from driehoek.backbone.access.viewer import Visit

Thing = TypeVar("Thing", bound=Model)
LARGEST = 2**63 - 1  # no row has a larger key, and no database takes one; nor words with a NUL in them


def find(
    request: Visit,
    model: type[Thing],
    *,
    to: str = "see",
    look: Look | None = None,
    among: Names | None = None,
    **key: int | str,
) -> Thing:
    """The thing asked for, if the visitor may see it and may do that with it.

    Where a model has no "see" line, what may not be done is not there either: 404. `look` says what comes
    with it, in the same question: a function of a module, from rows and viewer to rows. `among` names the
    only parts of its rule by which it can be reached, when that is known (rules/rule.py, one_of).
    """
    seen = f"{model._meta.label_lower}.see" in POLICY
    asked = Having(model, "see" if seen else to, tuple(key), look, to if seen and to != "see" else "", among)
    thing: Thing = _first(prepared(asked, request.viewer, *key.values()) if _may_exist(key) else [])
    if not vars(thing).pop(ALLOWED, True):
        raise PermissionDenied
    request.opened = getattr(thing, "student_id", None)
    request.is_unwatched = getattr(thing, "is_unwatched", False)
    return thing


def _may_exist(key: dict[str, int | str]) -> bool:
    return all("\0" not in value if isinstance(value, str) else value <= LARGEST for value in key.values())


def _first(found: list[Thing]) -> Thing:
    if not found:
        raise Http404
    return found[0]
