"""Who knows that somebody would like an interpreter, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import Row, World, day_of, live, sees_child


def sees_interpreter(world: World, who: int, hat: str, asked: Row, now: dt.datetime) -> bool:
    """Whoever asked; and at that school who may know her child, or her if she learns there herself."""
    if who == asked["person"]:
        return bool(world["people"][who]["active"])
    day = day_of(now)
    here = live(world, who, hat, day) if hat == "school" else []
    if not any(row["school"] == asked["school"] for row in here):
        return False
    theirs = live(world, asked["person"], "home", day)
    children = {row["student"] for row in theirs if row["role"] == "guardian"} | {asked["person"]}
    return any(sees_child(world, who, hat, child, day) for child in children)
