"""When something happened, said as a school would: "wo 14:40", or "laatst 14:40" for the last school day."""

import datetime as dt

from driehoek.base.core.clock import at, day_of

WEEKDAYS = ("ma", "di", "wo", "do", "vr")
LAST = "laatst"  # on whatever school day came last


def moment(said: str, now: dt.datetime) -> dt.datetime:
    """The last such moment before now; with a number behind it, so many weeks earlier: "wo 14:40, 2"."""
    day_and_time, _comma, weeks = said.partition(", ")
    name, clock = day_and_time.split(" ")
    time, day = dt.time.fromisoformat(clock), day_of(now)
    wanted = range(len(WEEKDAYS)) if name == LAST else [WEEKDAYS.index(name)]
    while day.weekday() not in wanted or at(day, time) > now:
        day -= dt.timedelta(days=1)
    return at(day - dt.timedelta(weeks=int(weeks or 0)), time)
