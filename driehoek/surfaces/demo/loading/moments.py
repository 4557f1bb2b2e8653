"""When something happened, said as a school would: "wo 14:40", or "wo 14:40, 2" for two weeks before."""

import datetime as dt

from driehoek.base.core.clock import at, day_of

WEEKDAYS = ("ma", "di", "wo", "do", "vr")


def moment(said: str, now: dt.datetime) -> dt.datetime:
    """The last such moment before now, and so many weeks earlier. Always on a school day."""
    day_and_time, _comma, weeks = said.partition(", ")
    name, clock = day_and_time.split(" ")
    time, today = dt.time.fromisoformat(clock), day_of(now)
    day = today - dt.timedelta(days=(today.weekday() - WEEKDAYS.index(name)) % 7)
    if at(day, time) > now:
        day -= dt.timedelta(weeks=1)
    return at(day - dt.timedelta(weeks=int(weeks or 0)), time)
