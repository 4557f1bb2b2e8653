"""Who may read of a swapped day, in plain Python: the words are for who asked and for the group, the day that
was arranged for both homes."""

import datetime as dt

from tests.oracle.away import is_told, speaks_at
from tests.oracle.questions import sees_day
from tests.oracle.rules import Row, World, day_of


def sees_swap(world: World, who: int, hat: str, swap: Row, now: dt.datetime) -> bool:
    """Who asked, as long as she speaks for the child; at work the group and its leaders."""
    if hat == "home":
        school = world["groups"][swap["group"]]["school"]
        return swap["by"] == who and speaks_at(world, who, swap["child"], school, day_of(now))
    return sees_day(world, who, hat, swap, now)


def sees_swap_day(world: World, who: int, hat: str, swapped: Row, now: dt.datetime) -> bool:
    """At home whoever answers for the child, and she herself; at work the same as who reads the words."""
    if hat == "home":
        school = world["groups"][swapped["group"]]["school"]
        return is_told(world, who, swapped["child"], school, day_of(now))
    return sees_day(world, who, hat, swapped, now)
