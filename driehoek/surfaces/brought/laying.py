"""From the assignments at home to the table: what the student chose, for who prepares the talk about her."""

from collections.abc import Collection, Iterator

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.career.brought import brought_by
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models import Talk


def from_home(talk: Talk, _points: Collection[int], viewer: Viewer) -> Iterator[Beside]:
    """Nothing where there are no such assignments. Of a talk that was held: what was brought until then."""
    found = brought_by(talk.student, viewer, until=max(viewer.now, talk.moment))
    if not found.is_empty:
        yield Beside("brought/_beside.html", found)
