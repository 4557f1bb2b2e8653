"""Who sees work and goals of a student and hears what is answered, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.looking import comes_in, looks
from tests.oracle.meeting import are_apart
from tests.oracle.rules import GROUP_WORK, Row, World, day_of, kept_away, leads, live, runs, sees_child


def sees_work(world: World, who: int, hat: str, work: Row, now: dt.datetime) -> bool:
    """Hers and her teacher's; of others only what somebody looked at, as long as she lets them."""
    if work["gone"]:
        return False
    day, child = day_of(now), work["child"]
    if hat == "school":
        return cares_for(world, who, child, work["school"], day)
    if is_herself(world, who, child, day):
        return True
    looked = work["looked_at"] is not None and work["looked_at"] <= now
    if not looked or (work["until"] is not None and work["until"] < day):
        return False
    return is_for_home(world, who, work, day) or is_for_class(world, who, work, day)


def cares_for(world: World, who: int, child: int, school: int, day: dt.date) -> bool:
    """Who works with a group in which she sits, at the school where it was made; its leaders do not."""
    here = live(world, who, "school", day)
    groups = {row["group"] for row in here if row["function"] in GROUP_WORK and row["group"]}
    sits = any(
        row["group"] in groups for row in world["enrolments"] if row["child"] == child and runs(row, day)
    )
    works_there = any(row["school"] == school for row in here)
    return sits and works_there and sees_child(world, who, "school", child, day)


def is_herself(world: World, who: int, child: int, day: dt.date) -> bool:
    here = live(world, who, "home", day)
    return any(row["role"] == "student" and row["student"] == child for row in here)


def is_for_home(world: World, who: int, work: Row, day: dt.date) -> bool:
    child = work["child"]
    if work["whom"] == "chosen":
        return who in work["readers"] and comes_in(world, who, "work", child, day, work["school"])
    usually = work["whom"] in ("home", "class")
    return usually and looks(world, who, "work", child, day_of(work["looked_at"]), day, work["school"])


def is_for_class(world: World, who: int, work: Row, day: dt.date) -> bool:
    """The other students of that group; never of a child that hides, or from whom somebody is kept away."""
    child = work["child"]
    if work["whom"] != "class" or not work["for_class"] or child in world["protected"]:
        return False
    if kept_away(world, who, child, day, "no_access") or are_apart(world, who, child, day):
        return False
    here = live(world, who, "home", day)
    return any(row["role"] == "student" and row["group"] == work["group"] and row["opens"] for row in here)


def sees_goal(world: World, who: int, hat: str, goal: Row, now: dt.datetime) -> bool:
    if goal["gone"]:
        return False
    day, child = day_of(now), goal["child"]
    if hat == "school":
        return cares_for(world, who, child, goal["school"], day)
    if is_herself(world, who, child, day):
        return True
    return goal["whom"] == "home" and looks(
        world, who, "goals", child, day_of(goal["at"]), day, goal["school"]
    )


def looks_back_at_goal(world: World, who: int, hat: str, goal: Row, now: dt.datetime) -> bool:
    """What it said before: for herself and her teacher."""
    hers = hat == "school" or is_herself(world, who, goal["child"], day_of(now))
    return hers and sees_goal(world, who, hat, goal, now)


def sees_period(world: World, who: int, hat: str, period: Row, now: dt.datetime) -> bool:
    """Who works with the group, or leads its school; from its first day on who belongs to the group, and who
    sees work that lies there."""
    day = day_of(now)
    here = live(world, who, hat, day)
    works = any(row["function"] in GROUP_WORK and row["group"] == period["group"] for row in here)
    if hat == "school" and (works or any(leads(row) and row["school"] == period["school"] for row in here)):
        return True
    if period["starts"] > day:
        return False
    lain = [work for work in world["works"].values() if work["period"] == period["id"]]
    belongs = any(row["group"] == period["group"] and row["opens"] for row in here)
    return belongs or any(sees_work(world, who, hat, work, now) for work in lain)


def sees_standing(world: World, who: int, hat: str, said: Row, now: dt.datetime) -> bool:
    """How far she says she is: as a goal."""
    return sees_goal(world, who, hat, said | {"whom": "home", "gone": False}, now)


def hears_echo(world: World, who: int, hat: str, echo: Row, now: dt.datetime) -> bool:
    """The child and who teaches her; its author; and what school said, whoever sees the work. Of who may not
    come near her nobody hears anything."""
    day, child = day_of(now), echo["child"]
    if echo["gone"] or kept_away(world, echo["author"], child, day, "no_access"):
        return False
    about_work = echo["work"] and sees_work(world, who, hat, world["works"][echo["work"]], now)
    about_goal = echo["goal"] and sees_goal(world, who, hat, world["goals"][echo["goal"]], now)
    if not (about_work or about_goal):
        return False
    for_her = hat == "school" or is_herself(world, who, child, day)
    return for_her or echo["author"] == who or echo["corner"] == "school"


def sees_bundle(world: World, who: int, hat: str, bundle: Row, now: dt.datetime) -> bool:
    """Who put it together, in the hat she wore, while she stands beside the child."""
    if bundle["author"] != who or bundle["hat"] != hat:
        return False
    day, child = day_of(now), bundle["child"]
    if hat == "school":
        return cares_for(world, who, child, bundle["school"], day)
    return sees_child(world, who, hat, child, day)


def brought_photo(world: World, who: int, hat: str, photo: Row, now: dt.datetime) -> bool:
    """What a student put on her own work, until a teacher looked."""
    here = live(world, who, hat, day_of(now)) if hat == "home" else []
    if photo["by"] != who or photo["checked"] or not any(row["school"] == photo["school"] for row in here):
        return False
    return any(sees_work(world, who, hat, world["works"][key], now) for key in photo["works"])
