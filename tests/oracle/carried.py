"""Who prints a letter that goes along with a child, and gives it, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.questions import sees_day
from tests.oracle.rules import Row, World


def carries(world: World, who: int, hat: str, letter: Row, now: dt.datetime) -> bool:
    """At school: whoever has that child in that group, or leads its school, and may know the child. At home
    she has the letter itself; no page shows its number."""
    return hat == "school" and sees_day(world, who, hat, letter, now)
