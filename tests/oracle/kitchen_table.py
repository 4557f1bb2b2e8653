"""What was said at the kitchen table, in plain Python: whose it is, and nobody else's."""

import datetime as dt

from tests.oracle.at_table import teaches
from tests.oracle.rules import Row, World, day_of, sees_child


def sees_tick(world: World, who: int, hat: str, tick: Row, now: dt.datetime) -> bool:
    """Hers as long as she sees this child at home; and the child's. No other guardian's."""
    if hat != "home" or who not in (tick["person"], tick["child"]):
        return False
    return sees_child(world, who, hat, tick["child"], day_of(now))


def sees_wish(world: World, who: int, hat: str, wish: Row, now: dt.datetime) -> bool:
    """What a child asks to be asked: her own and her guardians', unless the leaders took it away."""
    return hat == "home" and not wish["gone"] and sees_child(world, who, hat, wish["child"], day_of(now))


def sees_reflection(world: World, who: int, hat: str, answer: Row, now: dt.datetime) -> bool:
    """The same; at work whoever teaches her, if she likes that."""
    if hat == "home":
        return sees_wish(world, who, hat, answer, now)
    taught = teaches(world, who, hat, answer["child"], now)
    may_know = sees_child(world, who, hat, answer["child"], day_of(now))
    return bool(answer["for_teacher"] and not answer["gone"] and taught and may_know)
