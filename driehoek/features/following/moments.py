"""The moments at which a step may begin: the first school day after each holiday of a school."""

import datetime as dt
from dataclasses import dataclass

from driehoek.facts.looking.models.agreement import A_MONTH
from driehoek.facts.schools.hours import WORKDAYS, next_day_at_work
from driehoek.facts.schools.models import Holiday, School

SHORTEST = dt.timedelta(days=4)  # from its first day to its last: a study day is no holiday
AHEAD = dt.timedelta(days=400)
TO_SIGN = dt.timedelta(days=7)
A_PERIOD = dt.timedelta(weeks=9)  # from one holiday to the next, the longest there mostly is


@dataclass(frozen=True)
class Moment:
    """After which holiday, and on which day that is."""

    after: str
    day: dt.date


def moments(school: School, today: dt.date) -> list[Moment]:
    """Those that lie ahead, the first one first. One query."""
    coming = Holiday.objects.filter(school=school, ends_on__gte=today, starts_on__lte=today + AHEAD)
    holidays = list(coming.order_by("starts_on"))
    closed = [(holiday.starts_on, holiday.ends_on) for holiday in holidays]
    return [
        Moment(holiday.name, next_day_at_work(holiday.ends_on, WORKDAYS, closed))
        for holiday in holidays
        if holiday.ends_on - holiday.starts_on >= SHORTEST
    ]


def to_propose(school: School, today: dt.date) -> list[Moment]:
    """Those that leave the three of them time to sign, more than the month in which they are asked again."""
    return [moment for moment in moments(school, today) if moment.day >= today + A_MONTH + TO_SIGN]


def next_moment(school: School, after: dt.date) -> Moment:
    """The first one later than this day. Where the calendar does not go so far, a period later."""
    later = (moment for moment in moments(school, after) if moment.day > after)
    return next(later, Moment("", next_day_at_work(after + A_PERIOD, WORKDAYS, [])))


def moment_of(name: str, day: dt.date, known: list[Moment]) -> Moment | None:
    """Where a step after this holiday, on this day, lies by the calendar that is known now: under the same
    name the nearest, and under another name only the same day. None when it is in there no more."""
    near = [moment for moment in known if abs(moment.day - day) <= A_PERIOD]
    named = [moment for moment in near if moment.after.casefold() == name.casefold()]
    same_day = [moment for moment in near if moment.day == day]
    return min(named or same_day, key=lambda moment: abs(moment.day - day), default=None)
