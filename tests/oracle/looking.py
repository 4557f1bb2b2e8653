"""Which kind of information about a child is open to a guardian, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import Row, World, decides_herself, is_refused, live, runs, shown

LET_GO = {"results", "homework", "timetable", "work", "goals"}
DAYS_TO_OBJECT, LONGEST_EXTRA = dt.timedelta(days=5), dt.timedelta(days=28)


def looks(world: World, who: int, kind: str, child: int, dated: dt.date | None, day: dt.date) -> bool:
    """A row of this kind about this child, of that date."""
    if not comes_in(world, who, kind, child, day):
        return False
    step = step_of(world, who, child, day) if kind in LET_GO else "together"
    if step == "together" or kind in shown(world, child, who, day):
        return True
    return step == "weekly" and dated is not None and dated < last_friday(day)


def comes_in(world: World, who: int, kind: str, child: int, day: dt.date) -> bool:
    """The guardian stands beside her; school opens it; she, of age, shows it; and she did not object."""
    beside = any(
        row["role"] == "guardian" and row["student"] == child and row["sees_child"]
        for row in live(world, who, "home", day)
    )
    return (
        beside
        and not is_refused(world, child, who)
        and not keeps(world, who, child, kind, day)
        and not any(is_shut(world, kind, group) for group in groups_of(world, child, day))
    )


def keeps(world: World, who: int, child: int, kind: str, day: dt.date) -> bool:
    """She decides herself at one of her schools, and does not show him this."""
    schools = [world["schools"][group["school"]] for group in groups_of(world, child, day)]
    grown = any(decides_herself(world, child, school, day) for school in schools)
    return grown and kind not in shown(world, child, who, day)


def groups_of(world: World, child: int, day: dt.date) -> list[Row]:
    here = [row for row in world["enrolments"] if row["child"] == child and runs(row, day)]
    return [world["groups"][row["group"]] for row in here]


def is_shut(world: World, kind: str, group: Row) -> bool:
    """The switch of the year layer, or else that of the whole school; without either it is open, but for
    results in a class of a primary school."""
    said = {
        row["layer"]: row["open"]
        for row in world["switches"]
        if row["school"] == group["school"] and row["kind"] == kind
    }
    sector = world["schools"][group["school"]]["sector"]
    at_first = not (kind == "results" and sector == "primary" and group.get("kind") != "care")
    layer = group.get("layer")
    return not (said[layer] if layer and layer in said else said.get(0, at_first))


def step_of(world: World, who: int, child: int, day: dt.date) -> str:
    """The farthest step that has begun, unless somebody worries just now."""
    extra = (row for row in world["extras"] if row["child"] == child and row["adult"] == who)
    if any(runs(row, day) and day - row["starts"] < LONGEST_EXTRA for row in extra):
        return "together"
    signed = [
        row for row in world["agreements"] if row["child"] == child and row["adult"] == who and row["counts"]
    ]
    begun = {step["mode"] for row in signed for step in row["steps"] if has_begun(step, day)}
    return next((mode for mode in ("shares", "weekly") if mode in begun), "together")


def has_begun(step: Row, day: dt.date) -> bool:
    """On its day; or five days after somebody asked for it, when nobody said: not yet."""
    asked = [said["on"] for said in step["answers"] if said["further"]]
    sooner = len(asked) == len(step["answers"]) and any(on + DAYS_TO_OBJECT <= day for on in asked)
    return step["starts"] <= day or sooner


def last_friday(day: dt.date) -> dt.date:
    while day.isoweekday() != 5:
        day -= dt.timedelta(days=1)
    return day
