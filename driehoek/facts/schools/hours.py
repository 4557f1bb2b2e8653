"""When a school is at work: its days, its bell, and the hours in which news comes and answers are written."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from driehoek.base.core.clock import amsterdam, at, day_of
from driehoek.facts.schools.models import Holiday, School

QUIET_FROM = dt.time(19)
MORNING = dt.time(8)
DAYBREAK = dt.time(7)  # from here on news may ring at home
WORKDAYS = frozenset({1, 2, 3, 4, 5})  # ISO numbers: Monday is 1
FARTHEST = dt.timedelta(days=120)  # no holiday is longer

Closed = Collection[tuple[dt.date, dt.date]]  # first and last days of holidays


def usual_time(school: School, now: dt.datetime) -> dt.datetime:
    """At today's bell; after the bell at once; in the evening, in weekends and in holidays the next school
    morning."""
    today = day_of(now)
    if is_school_day(today, school):
        bell = at(today, school.bell_time)
        if now < bell:
            return bell
        if amsterdam(now).time() < QUIET_FROM:
            return now
    return at(next_school_day(today, school), MORNING)


def work_time(school: School, now: dt.datetime) -> dt.datetime:
    """Now, in the hours in which staff are at work; else the next school morning."""
    if not is_quiet(now, school):
        return now
    today = day_of(now)
    if is_school_day(today, school) and amsterdam(now).time() < MORNING:
        return at(today, MORNING)
    return at(next_school_day(today, school), MORNING)


def is_quiet(now: dt.datetime, school: School) -> bool:
    """In the evening, at night, in weekends and in holidays a mail is not expected."""
    return not is_school_day(day_of(now), school) or not MORNING <= amsterdam(now).time() < QUIET_FROM


def read_on(now: dt.datetime, closed: Closed) -> dt.date | None:
    """The day on which staff read what comes in now; None in the hours in which they are at work."""
    today, time = day_of(now), amsterdam(now).time()
    if _is_open(today, closed) and time < QUIET_FROM:
        return None if time >= MORNING else today
    return next_day_at_work(today, WORKDAYS, closed)


def calm_time(now: dt.datetime, closed: Closed) -> dt.datetime:
    """Now, from seven to seven on a school day; else seven in the morning of the next one."""
    today, time = day_of(now), amsterdam(now).time()
    if _is_open(today, closed):
        if DAYBREAK <= time < QUIET_FROM:
            return now
        if time < DAYBREAK:
            return at(today, DAYBREAK)
    return at(next_day_at_work(today, WORKDAYS, closed), DAYBREAK)


def is_school_day(day: dt.date, school: School) -> bool:
    """Monday to Friday, outside the school's own holidays."""
    return _is_open(day, holidays_around(school, day))


def open_on(day: dt.date, schools: Collection[int]) -> set[int]:
    """Which of these schools have school that day, in one question."""
    closed = _running(schools, day, day)
    return {school for school in closed if _is_open(day, closed[school])}


def days_at_school(first: dt.date, last: dt.date, school: School) -> list[dt.date]:
    """The school days from the first to the last, in one question."""
    between = _running([school.pk], first, last)[school.pk]
    days = (first + number * dt.timedelta(days=1) for number in range((last - first).days + 1))
    return [day for day in days if _is_open(day, between)]


def next_school_day(day: dt.date, school: School) -> dt.date:
    return next_day_at_work(day, WORKDAYS, holidays_around(school, day))


def next_day_at_work(day: dt.date, days: Collection[int], closed: Closed) -> dt.date:
    """The first day after this one on which somebody with these working days is there."""
    following = day + dt.timedelta(days=1)
    last = day + FARTHEST
    while following < last and not (following.isoweekday() in days and _is_open(following, closed)):
        following += dt.timedelta(days=1)
    return following


def holidays_around(school: School, day: dt.date) -> Closed:
    """The holidays of this school that run on this day or come after it."""
    return holidays_of(school.pk, day)


def holidays_of(school: int, day: dt.date) -> Closed:
    return holidays_of_each([school], day)[school]


def holidays_of_each(schools: Collection[int], day: dt.date) -> Mapping[int, Closed]:
    """By key of the school, in one question."""
    return _running(schools, day, day + FARTHEST)


def holiday_days(school: int, day: dt.date) -> QuerySet[Holiday, tuple[dt.date, dt.date]]:
    """The same of one school, for who asks it together with something else."""
    running = Holiday.objects.filter(school=school, ends_on__gte=day, starts_on__lte=day + FARTHEST)
    return running.order_by("starts_on", "pk").values_list("starts_on", "ends_on")


def _running(schools: Collection[int], first: dt.date, last: dt.date) -> Mapping[int, Closed]:
    """Their holidays on any of these days."""
    found: dict[int, list[tuple[dt.date, dt.date]]] = {school: [] for school in schools}
    running = Holiday.objects.filter(school__in=found, ends_on__gte=first, starts_on__lte=last)
    for school, begin, end in running.values_list("school", "starts_on", "ends_on"):
        found[school].append((begin, end))
    return found


def _is_open(day: dt.date, closed: Closed) -> bool:
    return day.isoweekday() in WORKDAYS and not any(first <= day <= last for first, last in closed)
