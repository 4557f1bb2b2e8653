"""Who may read a result, in plain Python: she herself from its moment on, home later unless she shows it, and
at school whoever may know her there."""

import datetime as dt

from tests.oracle.looking import comes_in, looks
from tests.oracle.rules import Row, World, day_of, live, sees_child


def sees_result(world: World, who: int, hat: str, result: Row, now: dt.datetime) -> bool:
    day, child = day_of(now), result["child"]
    here = live(world, who, hat, day)
    if hat == "school":
        at_this_school = any(row["school"] == result["school"] for row in here)
        return at_this_school and sees_child(world, who, hat, child, day)
    mine = [row for row in here if row["student"] == child]
    if any(row["role"] == "student" for row in mine):
        return bool(result["out_at"] <= now)
    if result["shown"] and comes_in(world, who, "results", child, day, result["school"]):
        return True
    dated = day_of(result["home_at"])
    return bool(
        result["home_at"] <= now and looks(world, who, "results", child, dated, day, result["school"])
    )
