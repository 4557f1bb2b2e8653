"""The drawing of an agreement: a wedge that grows narrower, with a mark where we are now."""

import datetime as dt
from dataclasses import dataclass

from django.utils import dateformat
from django.utils.translation import get_language_bidi

from driehoek.facts.looking.models import Step

WIDTH = 360
EDGES = (14.0, 128.0, 222.0, 346.0)  # of the three parts, from left to right
MARGIN = 16.0  # the mark keeps so far from an edge
SHORT = 12  # letters that fit in the last part
LABELS = (22, 46)  # how high the words beside the two lines stand


@dataclass(frozen=True)
class Wedge:
    """Where everything stands. Written from right to left, the whole drawing is its mirror image."""

    steps: list[Step]
    today: dt.date
    current: int  # which of the three, from 0

    @property
    def is_mirrored(self) -> bool:
        return get_language_bidi()

    @property
    def middles(self) -> list[float]:
        return [self._at((a + b) / 2) for a, b in zip(EDGES, EDGES[1:], strict=False)]

    @property
    def lines(self) -> list[tuple[float, int, str]]:
        """Beside each line when it is: the holiday before it, and the month of the last one."""
        weekly, last = (dateformat.format(step.starts_on, "F") for step in self.steps[1:3])
        named = [self.steps[1].until_what.lower() or weekly, last]
        places = [self._at(edge + 9) for edge in EDGES[1:3]]
        return list(zip(places, LABELS, named, strict=False))

    @property
    def now(self) -> float:
        """Within its part, as far as the days between two steps have gone."""
        left, right = EDGES[self.current] + MARGIN, EDGES[self.current + 1] - MARGIN
        return self._at(left + (right - left) * self._gone)

    @property
    def _gone(self) -> float:
        if self.current + 1 >= len(self.steps):
            return 0.5
        first, last = self.steps[self.current].starts_on, self.steps[self.current + 1].starts_on
        days = (last - first).days
        return min(max((self.today - first).days / days, 0.0), 1.0) if days > 0 else 0.5

    def _at(self, place: float) -> float:
        return round(WIDTH - place if self.is_mirrored else place, 1)
