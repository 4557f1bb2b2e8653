"""When something happened, said as a school would: "wo 14:40", "laatst 14:40" for the last school day, or
"week wo 14:40" in the last week of which home got a summary."""

import datetime as dt

from driehoek.base.core.clock import at, day_of
from driehoek.facts.looking.weeks import Week

WEEKDAYS = ("ma", "di", "wo", "do", "vr")
LAST = "laatst"  # on whatever school day came last
SUMMED_UP = "week "


def moment(said: str, now: dt.datetime) -> dt.datetime:
    """The last such moment before now; with a number behind it, so many weeks earlier: "wo 14:40, 2"."""
    if said.startswith(SUMMED_UP):
        name, clock = said.removeprefix(SUMMED_UP).split(" ")
        return at(summed_up(name, day_of(now)), dt.time.fromisoformat(clock))
    day_and_time, _comma, weeks = said.partition(", ")
    name, clock = day_and_time.split(" ")
    time, day = dt.time.fromisoformat(clock), day_of(now)
    wanted = range(len(WEEKDAYS)) if name == LAST else [WEEKDAYS.index(name)]
    while day.weekday() not in wanted or at(day, time) > now:
        day -= dt.timedelta(days=1)
    return at(day - dt.timedelta(weeks=int(weeks or 0)), time)


def summed_up(name: str, today: dt.date) -> dt.date:
    """That day of the last week that came home: from a Friday to a Thursday."""
    first = Week.of(today).before.first
    return first + dt.timedelta(days=(WEEKDAYS.index(name) - first.weekday()) % 7)
