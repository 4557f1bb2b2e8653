"""At which moment results come out: the school's own time on a school day, never in weekend or holiday."""

import datetime as dt
from dataclasses import dataclass

from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import School, Sector

FIVE_O_CLOCK = dt.time(17)
AT_ONCE_IN = (Sector.PRIMARY, Sector.CHILDCARE)  # a small child seldom looks for herself


@dataclass(frozen=True)
class Terms:
    """At what time, and how many school days the student has it to herself."""

    time: dt.time = FIVE_O_CLOCK
    head_start: int = 1


def least_start(school: School) -> int:
    """School days that the student has it to herself, whatever her school would like."""
    return 0 if school.sector in AT_ONCE_IN else 1


def opening_after(school: School, terms: Terms, now: dt.datetime) -> dt.datetime:
    """The first coming time on a school day; never now itself."""
    today = day_of(now)
    if is_school_day(today, school) and at(today, terms.time) > now:
        return at(today, terms.time)
    return at(next_school_day(today, school), terms.time)


def home_after(school: School, terms: Terms, opens_at: dt.datetime) -> dt.datetime:
    """So many school days later, at the same time."""
    if not terms.head_start:
        return opens_at
    day = day_of(opens_at)
    for _day in range(terms.head_start):
        day = next_school_day(day, school)
    return at(day, terms.time)
