"""Work that comes back by the clock: every so often, or daily at a time on a Dutch clock."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django_tasks.base import Task

from driehoek.base.core.clock import next_time
from driehoek.base.core.models import Rhythm

MIDNIGHT = dt.time(0)


@dataclass(frozen=True, kw_only=True)
class Recurring:
    """One line of the list: what, and when. `path` names a task that takes no arguments."""

    name: str
    path: str
    every: dt.timedelta | None = None
    at: dt.time | None = None  # on a Dutch clock, once a day, also on the days on which the clock is changed

    def __post_init__(self) -> None:
        if (self.every is None) == (self.at is None):
            raise ValueError(f"{self.name}: say `every` or `at`, one of the two")

    @property
    def task(self) -> Task:
        return import_string(self.path)

    def after(self, now: dt.datetime) -> dt.datetime:
        """The next moment after now. A moment that was missed is not made up for twice."""
        if self.every is not None:
            return now + self.every
        assert self.at is not None
        return next_time(now, self.at)

    def start_if_due(self, now: dt.datetime) -> bool:
        """Put it in the queue if its moment has come and no other worker did so already."""
        last = None if self.every is None else now + 2 * self.every
        due = Rhythm.strike(self.name, now=now, then=self.after(now), last=last)
        if due:
            self.task.enqueue()
        return due


def recurring() -> list[Recurring]:
    """The list of this installation, which lies above this layer."""
    return import_string(settings.RECURRING)


def start_due(now: dt.datetime) -> int:
    """Start what is due; gives how many."""
    return sum(line.start_if_due(now) for line in recurring())
