"""The weeks of a guardian who looks along from further off: from a Friday up to and including Thursday.

On Friday home reads what is dated before it, so a week ends on Thursday: what the student read that day is
all that home finds the day after.
"""

import datetime as dt
from dataclasses import dataclass

from driehoek.base.core.clock import at

THURSDAY = 3
FRIDAY = 4  # the day of the summary: until then a week is the student's alone
A_WEEK = dt.timedelta(days=7)


def friday_before(day: dt.date) -> dt.date:
    """The last Friday, or the day itself."""
    return day - dt.timedelta(days=(day.weekday() - FRIDAY) % 7)


@dataclass(frozen=True)
class Week:
    """It is called after the ISO week in which it ends: 2026-W48."""

    first: dt.date  # a Friday

    @classmethod
    def of(cls, day: dt.date) -> "Week":
        return cls(friday_before(day))

    @classmethod
    def around(cls, day: dt.date) -> "Week":
        """That of the ISO week of this day."""
        return cls.of(day + dt.timedelta(days=THURSDAY - day.weekday()))

    @classmethod
    def named(cls, name: str) -> "Week | None":
        """That of "2026-W48"; nothing for what is no week, or one at the edge of the calendar."""
        try:
            return cls.around(dt.date.fromisoformat(f"{name}-1"))
        except (ValueError, OverflowError):
            return None

    @property
    def last(self) -> dt.date:
        return self.first + dt.timedelta(days=6)

    @property
    def monday(self) -> dt.date:
        """Of the ISO week after which it is called."""
        return self.first + dt.timedelta(days=3)

    @property
    def home_on(self) -> dt.date:
        """The Friday on which home reads it."""
        return self.first + A_WEEK

    @property
    def name(self) -> str:
        year, number, _day = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def before(self) -> "Week":
        return Week(self.first - A_WEEK)

    @property
    def after(self) -> "Week":
        return Week(self.first + A_WEEK)

    @property
    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """From the first of these up to the other."""
        return at(self.first, dt.time()), at(self.home_on, dt.time())
