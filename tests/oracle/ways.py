"""Who may read a timetable, and of a moment on the way of a student, in plain Python: she has it first."""

import datetime as dt

from tests.oracle.looking import looks
from tests.oracle.rules import GROUP_WORK, Row, World, day_of, leads, live, runs, sees_child


def sees_milestone(world: World, who: int, hat: str, milestone: Row, now: dt.datetime) -> bool:
    """She herself; home from the moment that was set; at work who may know her, at that school alone."""
    day, child = day_of(now), milestone["child"]
    if hat == "school":
        here = any(row["school"] == milestone["school"] for row in live(world, who, hat, day))
        return here and sees_child(world, who, hat, child, day)
    if who == child:
        return sees_child(world, who, hat, child, day)
    if milestone["home_at"] is None or milestone["home_at"] > now:
        return False
    kind = "internship" if milestone["kind"] == "internship" else "advice"
    return looks(world, who, kind, child, day_of(milestone["home_at"]), day, milestone["school"])


def sees_lesson(world: World, who: int, hat: str, lesson: Row, now: dt.datetime) -> bool:
    """At work who works with the group, and its leaders; at home who sits there, or looks along with her."""
    day, group = day_of(now), lesson["group"]
    here = live(world, who, hat, day)
    if hat == "school":
        school = world["groups"][group]["school"]
        return any(
            (row["function"] in GROUP_WORK and row["group"] == group)
            or (leads(row) and row["school"] == school)
            for row in here
        )
    sits = {row["child"] for row in world["enrolments"] if row["group"] == group and runs(row, day)}
    herself = any(row["role"] == "student" and row["student"] in sits for row in here)
    at = world["groups"][group]["school"]
    return herself or any(looks(world, who, "timetable", child, None, day, at) for child in sits)
