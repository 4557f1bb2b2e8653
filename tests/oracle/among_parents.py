"""Who reads what parents of a class ask and answer each other, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.meeting import are_apart, hides, meets, sits
from tests.oracle.rules import Row, World, day_of


def sees_asked(world: World, who: int, hat: str, asked: Row, now: dt.datetime) -> bool:
    """Parents who sit in the class today and whoever works there, of a parent who sits there too."""
    if asked["gone"]:
        return False
    day, author, group = day_of(now), asked["author"], asked["group"]
    if hat == "home" and who == author:
        return sits(world, who, group, day)
    return meets(world, who, hat, group, day) and said_in(world, who, author, group, day)


def sees_answer(world: World, who: int, hat: str, answer: Row, now: dt.datetime) -> bool:
    """Whoever reads the question; of a parent who left or hides no more, and never of who is kept apart."""
    asked, day = world["asked"][answer["asked"]], day_of(now)
    if answer["gone"] or not sees_asked(world, who, hat, asked, now):
        return False
    if answer["author"] == who and answer["corner"] == hat:
        return True
    if answer["due_at"] > now and hat != "school":
        return False
    if answer["corner"] == "school":
        return not are_apart(world, who, answer["author"], day)
    return said_in(world, who, answer["author"], asked["group"], day)


def said_in(world: World, who: int, author: int, group: int, day: dt.date) -> bool:
    hidden = hides(world, author) or are_apart(world, who, author, day)
    return not hidden and sits(world, author, group, day)
