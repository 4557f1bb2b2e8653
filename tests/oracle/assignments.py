"""Assignments for home, in plain Python: the student first, each home by itself, school what she brings."""

import datetime as dt

from tests.oracle.following import mentors
from tests.oracle.looking import comes_in, looks
from tests.oracle.rules import Row, World, day_of, kept_away, live
from tests.oracle.works import is_herself


def sees_assignment(world: World, who: int, hat: str, assignment: Row, now: dt.datetime) -> bool:
    """The student at once, her guardians when it is theirs too, and who mentors her at that school, until it
    was taken back."""
    day, child = day_of(now), assignment["child"]
    if hat == "school":
        is_theirs = assignment["taken"] and not has_brought(world, assignment)
        return mentors_here(world, who, assignment, day) and not is_theirs
    if is_herself(world, who, child, day):
        return True
    return assignment["home_at"] <= now and looks(world, who, "talks", child, None, day, assignment["school"])


def sees_outcome(world: World, who: int, hat: str, outcome: Row, now: dt.datetime) -> bool:
    """Whoever said it, and the student, all of it. Of her own words a guardian what he looks along with or
    what she brings to a talk; of the other home nothing. School what she brings."""
    day, child = day_of(now), outcome["child"]
    if outcome["gone"] or kept_away(world, outcome["author"], child, day, "no_access"):
        return False
    if not sees_assignment(world, who, hat, world["assignments"][outcome["assignment"]], now):
        return False
    is_brought = outcome["brought"] is not None
    if hat == "school":
        return is_brought
    if is_herself(world, who, child, day) or outcome["author"] == who:
        return True
    if outcome["author"] != child:
        return False
    shared = is_brought and comes_in(world, who, "work", child, day, outcome["school"])
    return shared or looks(world, who, "work", child, day_of(outcome["at"]), day, outcome["school"])


def has_brought(world: World, assignment: Row) -> bool:
    """What came out of it comes to a talk."""
    return any(
        outcome["brought"] is not None and world["assignments"][outcome["assignment"]] is assignment
        for outcome in world["outcomes"].values()
    )


def mentors_here(world: World, who: int, row: Row, day: dt.date) -> bool:
    works_there = any(seat["school"] == row["school"] for seat in live(world, who, "school", day))
    return works_there and mentors(world, who, row["child"], day)
