"""A guard of the policy that is switched off, and who then reads what she must not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from django.db.models import Q

from driehoek.backbone.access import prepared
from driehoek.backbone.access.models import seat
from driehoek.backbone.access.rules.rule import Rule
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.sweep import Reader

EVERY_ROW = Q(pk__isnull=False)
Switch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Control:
    """`off` switches the guard off; then this person, in this hat, reads what she must not."""

    off: Switch
    who: str
    hat: str
    reads: str

    def goes_red(self, life: Life, patch: pytest.MonkeyPatch, pages: Iterable[str]) -> bool:
        """Whether the sweep over these pages notices it. It ends at the page on which it does."""
        world = world_now()
        self.off(patch)
        for kept in (prepared._statement, seat.seats_on, seat.seats_recent):
            kept.cache_clear()  # what was put together while the guard was on
        reader = Reader(life, getattr(life.cast, self.who), self.hat)
        for new in reader.reading(set(pages).__contains__):
            if self.reads in map(life.name_of, new):
                return self.reads in [leak.rpartition(" at ")[0] for leak in reader.leaks(world)]
        return False


def open_to_all(rule: Rule) -> Switch:
    """A rule of the policy that now lets every row through."""
    return lambda patch: patch.setattr(rule, "rows_for", lambda me: EVERY_ROW)
