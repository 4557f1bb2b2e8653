"""From the assignments at home to the table: what the student chose, for who prepares the talk about her."""

import datetime as dt
from collections.abc import Collection, Iterator

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, day_of
from driehoek.features.career.brought import brought_by
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models import Talk

A_DAY = dt.timedelta(days=1)


def from_home(talk: Talk, _points: Collection[int], viewer: Viewer) -> Iterator[Beside]:
    """Nothing where there are no such assignments. Of a talk that was held: what was brought until then, also
    at the table."""
    found = brought_by(talk.student, viewer, until=at(day_of(talk.moment) + A_DAY, dt.time()))
    is_empty = not found.outcomes if talk.is_over(viewer.now) else found.is_empty
    if not is_empty:
        yield Beside("brought/_beside.html", found)
