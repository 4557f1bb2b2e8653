"""From the assignments at home to the table: what the student chose, for who prepares the talk about her."""

import datetime as dt

from driehoek.backbone.access.parts import Asking
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, day_of
from driehoek.features.career.brought import brought_by
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models import Talk

A_DAY = dt.timedelta(days=1)


def from_home(talk: Talk, viewer: Viewer) -> Asking[list[Beside]]:
    """Nothing where there are no such assignments. Of a talk that was held: what was brought until then, also
    at the table."""
    found = yield from brought_by(talk.student, viewer, until=at(day_of(talk.moment) + A_DAY, dt.time()))
    is_empty = not found.outcomes if talk.is_over(viewer.now) else found.is_empty
    return [] if is_empty else [Beside("brought/_beside.html", found, written=tuple(found.outcomes))]
