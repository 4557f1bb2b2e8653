"""When news goes out if nobody says otherwise: at the bell, and never at night or in a weekend."""

import datetime as dt

from driehoek.base.core.clock import amsterdam, at, day_of
from driehoek.facts.schools.models import School

QUIET_FROM = dt.time(19)
MORNING = dt.time(8)


def usual_time(school: School, now: dt.datetime) -> dt.datetime:
    """At today's bell; after the bell at once; in the evening and in weekends the next school morning."""
    today = day_of(now)
    if is_school_day(today):
        bell = at(today, school.bell_time)
        if now < bell:
            return bell
        if amsterdam(now).time() < QUIET_FROM:
            return now
    return at(next_school_day(today), MORNING)


def is_quiet(now: dt.datetime) -> bool:
    """In the evening, at night and in weekends a mail is not expected."""
    return not is_school_day(day_of(now)) or not MORNING <= amsterdam(now).time() < QUIET_FROM


def next_school_day(day: dt.date) -> dt.date:
    following = day + dt.timedelta(days=1)
    return following if is_school_day(following) else next_school_day(following)


def is_school_day(day: dt.date) -> bool:
    """Monday to Friday; the portal does not know holidays yet."""
    return day.weekday() < 5
