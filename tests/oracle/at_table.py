"""Who may know of talks about a child, in plain Python over plain dicts: those at the talk, who was asked
along, and at school who works with her."""

import datetime as dt

from tests.oracle.looking import looks
from tests.oracle.rules import GROUP_WORK, Row, World, day_of, kept_away, live, runs, sees_child

ALONG_FOR = dt.timedelta(weeks=4)


def sees_meeting(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """That there is a talk: also every colleague of that school who may know the child."""
    return comes(world, who, hat, meeting, now) or knows_child(world, who, hat, meeting, now)


def comes(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """She sits at the table, or beside it."""
    return attends(world, who, hat, meeting, now) or sits_along(world, who, hat, meeting, now)


def sits_along(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """A colleague of that school whom the host asked, until four weeks after the talk."""
    day, child = day_of(now), meeting["child"]
    if hat != "school" or who not in {row["person"] for row in meeting["along"]}:
        return False
    if day - ALONG_FOR > day_of(meeting["moment"]) or is_closed_to(world, who, child, day):
        return False
    works = any(row["school"] == meeting["school"] for row in live(world, who, hat, day))
    return works and any(
        world["groups"][row["group"]]["school"] == meeting["school"]
        for row in world["enrolments"]
        if row["child"] == child and runs(row, day)
    )


def reads_along(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> bool:
    """What the sides said: not of a talk that does not go on."""
    return not meeting["off"] and sits_along(world, who, hat, meeting, now)


def is_closed_to(world: World, who: int, child: int, day: dt.date) -> bool:
    """Her own family, somebody she is kept from, or a child whose place must stay secret."""
    if any(row["adult"] == who and row["child"] == child for row in world["guardianships"]):
        return True
    hides = child in world["protected"] and who not in world["protected"][child]
    return hides or kept_away(world, who, child, day, "no_access")


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
    return speaks and looks(world, who, "talks", row["student"], None, day, row["school"])


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
    if comes(world, who, hat, meeting, now):
        return True
    return knows_child(world, who, hat, meeting, now) and teaches(world, who, hat, meeting["child"], now)


def sees_along(world: World, who: int, hat: str, asked: Row, now: dt.datetime) -> bool:
    """Who was asked along, and why: whoever sees that there is a talk."""
    return sees_meeting(world, who, hat, world["meetings"][asked["meeting"]], now)


def sees_companion(world: World, who: int, hat: str, brought: Row, now: dt.datetime) -> bool:
    meeting = world["meetings"][world["sides"][brought["side"]]["talk"]]
    return comes(world, who, hat, meeting, now)


def sees_year_step(world: World, who: int, hat: str, step: Row, now: dt.datetime) -> bool:
    """What a school plans for a year: everybody who works there."""
    here = live(world, who, hat, day_of(now)) if hat == "school" else []
    return any(row["school"] == step["school"] for row in here)


def follows_year_step(world: World, who: int, hat: str, step: Row, now: dt.datetime) -> bool:
    """The same; at home of a year in which her child sits today, as far as talks are open to her, or she
    herself."""
    if hat == "school":
        return sees_year_step(world, who, hat, step, now)
    day, here = day_of(now), live(world, who, hat, day_of(now))
    hers = {row["student"] for row in here if row["role"] == "student"}
    hers |= {
        row["student"]
        for row in here
        if row["role"] == "guardian" and looks(world, who, "talks", row["student"], None, day, step["school"])
    }
    sits = [row for row in world["enrolments"] if row["child"] in hers and runs(row, day)]
    groups = [world["groups"][row["group"]] for row in sits]
    return any(group["school"] == step["school"] and group["layer"] == step["layer"] for group in groups)


def teaches(world: World, who: int, hat: str, child: int, now: dt.datetime) -> bool:
    day = day_of(now)
    groups = {row["group"] for row in live(world, who, hat, day) if row["function"] in GROUP_WORK} - {None}
    sits = {row["group"] for row in world["enrolments"] if row["child"] == child and runs(row, day)}
    return bool(groups & sits)
