"""Who reads what is said about looking along, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.away import led_by
from tests.oracle.rules import Row, World, day_of, leads, live, runs, sees_child


def sees_reason(world: World, who: int, hat: str, reason: Row, now: dt.datetime) -> bool:
    """Whoever gave it, while she stands there, and the mentor of the child."""
    if hat == "school":
        return mentors(world, who, reason["child"], day_of(now))
    return reason["by"] == who and is_side(world, who, reason, day_of(now))


def sees_closer(world: World, who: int, hat: str, extra: Row, now: dt.datetime) -> bool:
    """The mentor, the student, and the guardian who looks, as long as he hears about her."""
    day, child = day_of(now), extra["child"]
    if hat == "school":
        return mentors(world, who, child, day)
    told = any(row["student"] == child and row["told"] for row in live(world, who, hat, day))
    return is_side(world, who, extra, day) and (who == child or told)


def sees_objection(world: World, who: int, hat: str, objection: Row, now: dt.datetime) -> bool:
    """The student herself, and who leads her school; never the guardian."""
    day, child = day_of(now), objection["child"]
    if hat == "home":
        return who == child and any(row["role"] == "student" for row in live(world, who, hat, day))
    here = live(world, who, hat, day)
    leading = any(leads(row) and row["school"] == objection["school"] for row in here)
    family = {row["child"] for row in world["guardianships"] if row["adult"] == who}
    return leading and child in led_by(world, who, day) and child not in family


def knows_objection(world: World, who: int, hat: str, objection: Row, now: dt.datetime) -> bool:
    """That there is one: herself, the guardian whom it is about while he may see the child, and who mentors
    her."""
    day, child = day_of(now), objection["child"]
    if hat == "school":
        return mentors(world, who, child, day)
    return is_side(world, who, objection, day)


def is_side(world: World, who: int, pair: Row, day: dt.date) -> bool:
    """The student, or the guardian it is about while she may see the child."""
    return who in (pair["child"], pair["adult"]) and any(
        row["student"] == pair["child"] and row["sees_child"] for row in live(world, who, "home", day)
    )


def mentors(world: World, who: int, child: int, day: dt.date) -> bool:
    """In primary school whoever teaches the class, in vocational education also the career coach."""
    hers = set()
    for seat in live(world, who, "school", day):
        group = world["groups"].get(seat["group"], {})
        primary = group and world["schools"][group["school"]]["sector"] == "primary"
        is_class = seat["function"] == "teacher" and primary and group["kind"] == "class"
        coaches = group and world["schools"][group["school"]]["sector"] == "vocational"
        is_coach = seat["function"] == "career_coach" and coaches
        hers |= {seat["group"]} if seat["function"] == "mentor" or is_class or is_coach else set()
    sits = {one["group"] for one in world["enrolments"] if one["child"] == child and runs(one, day)}
    family = {one["child"] for one in world["guardianships"] if one["adult"] == who}
    return bool(hers & sits) and child not in family and sees_child(world, who, "school", child, day)


def sees_set_aside(world: World, who: int, hat: str, row: Row, now: dt.datetime) -> bool:
    """Her own reason, while she mentors the child."""
    return hat == "school" and row["by"] == who and mentors(world, who, row["child"], day_of(now))
