"""Who may know of talks about a child, in plain Python over plain dicts: those at the talk, and at school who
works with her."""

import datetime as dt

from tests.oracle.looking import looks
from tests.oracle.rules import GROUP_WORK, Row, World, day_of, live, runs, sees_child


def sees_meeting(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """That there is a talk: also every colleague of that school who may know the child."""
    return attends(world, who, hat, meeting, now) or knows_child(world, who, hat, meeting, now)


def attends(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """She was asked, in a corner that she still has: she answers for the child there, is that child, or works
    with her."""
    corners = {side["corner"] for side in meeting["sides"] if side["person"] == who}
    if hat == "school":
        return "school" in corners and knows_child(world, who, hat, meeting, now)
    return any(
        row["school"] == meeting["school"]
        and row["student"] == meeting["child"]
        and (
            ("home" in corners and answers(world, who, row, day_of(now)))
            or ("child" in corners and row["role"] == "student")
        )
        for row in live(world, who, hat, day_of(now))
    )


def answers(world: World, who: int, row: Row, day: dt.date) -> bool:
    """A guardian who answers for the child, and to whom talks are open."""
    speaks = row["role"] == "guardian" and row["sees_child"] and row["may_answer"]
    return speaks and looks(world, who, "talks", row["student"], None, day)


def sits_at_work(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """Why somebody was not asked is for the school's side of the table."""
    return hat == "school" and attends(world, who, hat, meeting, now)


def knows_child(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    here = live(world, who, hat, day_of(now)) if hat == "school" else []
    at_this_school = any(row["school"] == meeting["school"] for row in here)
    return at_this_school and sees_child(world, who, hat, meeting["child"], day_of(now))


def sees_pledge(world: World, who: int, hat: str, pledge: Row, now: dt.datetime) -> bool:
    """What was agreed: those at the talk, and whoever teaches the child at that school."""
    meeting = world["meetings"][pledge["meeting"]]
    if attends(world, who, hat, meeting, now):
        return True
    return knows_child(world, who, hat, meeting, now) and teaches(world, who, hat, meeting["child"], now)


def teaches(world: World, who: int, hat: str, child: int, now: dt.datetime) -> bool:
    day = day_of(now)
    groups = {row["group"] for row in live(world, who, hat, day) if row["function"] in GROUP_WORK} - {None}
    sits = {row["group"] for row in world["enrolments"] if row["child"] == child and runs(row, day)}
    return bool(groups & sits)
