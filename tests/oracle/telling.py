"""Who reads what families tell and what was reported, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.meeting import are_apart, hides
from tests.oracle.rules import GROUP_WORK, Row, World, day_of, kept_away, leads, live, sees_child


def sees_story(world: World, who: int, hat: str, story: Row, now: dt.datetime) -> bool:
    """Her own while she stands beside the child; the teachers of the child; and whom the family chose."""
    if story["gone"]:
        return False
    day, child = day_of(now), story["student"]
    beside = hat == "home" and stands_beside(world, who, child, day)
    if story["author"] == who and beside:
        return True
    if not story["sent"]:
        return False
    if hat == "school":
        return teaches(world, who, story["group"], day) and sees_child(world, who, hat, child, day)
    return (story["for_class"] and in_the_class(world, who, story, day)) or (
        story["at_home"] and beside and (who == child or story["author"] == child)
    )


def stands_beside(world: World, who: int, child: int, day: dt.date) -> bool:
    return any(row["student"] == child and row["told"] for row in live(world, who, "home", day))


def teaches(world: World, who: int, group: int, day: dt.date) -> bool:
    here = live(world, who, "school", day)
    return any(row["group"] == group and row["function"] in GROUP_WORK for row in here)


def in_the_class(world: World, who: int, story: Row, day: dt.date) -> bool:
    """A family of that group; never about a child that is protected, or from whom she must be kept away, nor
    of a family that hides, or from which she is kept apart."""
    child, author = story["student"], story["author"]
    if child in world["protected"] or kept_away(world, who, child, day, "no_access"):
        return False
    if hides(world, author) or are_apart(world, who, author, day):
        return False
    return any(row["group"] == story["group"] and row["opens"] for row in live(world, who, "home", day))


def judges(world: World, who: int, hat: str, case: Row, now: dt.datetime) -> bool:
    """The leaders of the school, but nobody her own words; of who hides the head, and whoever was named."""
    here = live(world, who, hat, day_of(now)) if hat == "school" else []
    mine = [row for row in here if row["school"] == case["school"] and leads(row)]
    if who == case["author"] or not mine:
        return False
    people = {case["author"], case["about"], *case["reporters"]} - {None}
    children = people | {row["child"] for row in world["guardianships"] if row["adult"] in people}
    secret = {child for child in children if who not in world["protected"].get(child, [who])}
    return not secret or any(row["function"] == "head" for row in mine)


def reads_hidden(world: World, who: int, hat: str, case: Row, now: dt.datetime) -> bool:
    """Those who judge; and its author, who may know what was taken away."""
    if judges(world, who, hat, case, now):
        return True
    here = live(world, who, hat, day_of(now))
    return bool(
        case["hidden"] and who == case["author"] and any(row["school"] == case["school"] for row in here)
    )
