"""Who reads what one side says of a talk, in plain Python over plain dicts: nothing of one home is for the
other, and school shows its side last."""

import datetime as dt

from tests.oracle.at_table import attends, comes, knows_child, reads_along, teaches
from tests.oracle.rules import Row, World, day_of, live

MORE = ("ambition", "learning")  # asked of a start talk alone


def sees_said(world: World, who: int, hat: str, said: Row, now: dt.datetime) -> bool:
    """An answer: hers, or sent and for her corner; what was sent also for who was asked along."""
    side, meeting = side_of(world, said)
    if side["ready"] and reads_along(world, who, hat, meeting, now):
        return True
    if not attends(world, who, hat, meeting, now):
        return False
    if is_own(side, who, hat):
        return True
    if not side["ready"]:
        return False
    mine = corners(world, who, hat, meeting, now)
    shows = side["corner"] == "school" and school_shows(meeting, now)
    if "school" in mine or ("child" in mine and (side["corner"] == "home" or shows)):
        return True
    chose = said["question"] in MORE or answered(world, who, said, meeting) or meeting["moment"] <= now
    return "home" in mine and ((side["corner"] == "child" and chose) or shows)


def sees_home(world: World, who: int, hat: str, told: Row, now: dt.datetime) -> bool:
    """How it is at home: whoever told it; once she is ready school and the child who are at the talk; and
    who was asked along, if she said that this one may."""
    side, meeting = side_of(world, told)
    opened = any(row["person"] == who and told["side"] in row["opened"] for row in meeting["along"])
    if side["ready"] and opened and reads_along(world, who, hat, meeting, now):
        return True
    if not attends(world, who, hat, meeting, now):
        return False
    mine = corners(world, who, hat, meeting, now)
    return is_own(side, who, hat) or (side["ready"] and bool(mine & {"school", "child"}))


def sees_point(world: World, who: int, hat: str, point: Row, now: dt.datetime) -> bool:
    """At once for all at the talk; of another home nothing."""
    side, meeting = side_of(world, point)
    if reads_along(world, who, hat, meeting, now):
        return True
    if not attends(world, who, hat, meeting, now):
        return False
    mine = corners(world, who, hat, meeting, now)
    return is_own(side, who, hat) or side["corner"] != "home" or bool(mine & {"school", "child"})


def sees_check(world: World, who: int, hat: str, check: Row, now: dt.datetime) -> bool:
    """That somebody looked over how she is reached: all at that talk, but of another home."""
    side, meeting = side_of(world, check)
    if not attends(world, who, hat, meeting, now):
        return False
    mine = corners(world, who, hat, meeting, now)
    return is_own(side, who, hat) or side["corner"] != "home" or bool(mine & {"school", "child"})


def sees_written(world: World, who: int, hat: str, written: Row, now: dt.datetime) -> bool:
    """Notes and record are the same for all who were there."""
    return comes(world, who, hat, world["meetings"][written["meeting"]], now)


def sees_staff_note(world: World, who: int, hat: str, note: Row, now: dt.datetime) -> bool:
    """Who teaches or cares for the child at that school."""
    return knows_child(world, who, hat, note, now) and teaches(world, who, hat, note["child"], now)


def side_of(world: World, row: Row) -> tuple[Row, Row]:
    side = world["sides"][row["side"]]
    return side, world["meetings"][side["talk"]]


def is_own(side: Row, who: int, hat: str) -> bool:
    return side["person"] == who and (side["corner"] == "school") == (hat == "school")


def corners(world: World, who: int, hat: str, meeting: Row, now: dt.datetime) -> set[str]:
    """In which corners she sits there, as what she is at that school."""
    asked = {side["corner"] for side in meeting["sides"] if side["person"] == who}
    if hat == "school":
        return asked & {"school"}
    here = [row for row in live(world, who, hat, day_of(now)) if row["student"] == meeting["child"]]
    roles = {"child" if row["role"] == "student" else "home" for row in here}
    return asked & roles


def school_shows(meeting: Row, now: dt.datetime) -> bool:
    """All others are ready, or it is the day before."""
    waiting = [side for side in meeting["sides"] if side["corner"] != "school" and not side["ready"]]
    return not waiting or day_of(meeting["moment"]) <= day_of(now) + dt.timedelta(days=1)


def answered(world: World, who: int, said: Row, meeting: Row) -> bool:
    hers = {key for key, side in world["sides"].items() if side["person"] == who and side["corner"] == "home"}
    return any(
        row["side"] in hers
        and world["meetings"][world["sides"][row["side"]]["talk"]] is meeting
        and row["question"] == said["question"]
        for row in world["said"].values()
    )
