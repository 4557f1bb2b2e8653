"""Which kind of information about a child is open to a guardian, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import Row, World, decides_herself, is_refused, live, runs, shown

LET_GO = {"results", "homework", "timetable", "work", "goals"}
DAYS_TO_OBJECT, LONGEST_EXTRA = dt.timedelta(days=5), dt.timedelta(days=28)


def looks(
    world: World, who: int, kind: str, child: int, dated: dt.date | None, day: dt.date, school: int | None
) -> bool:
    """A row of this kind about this child, of that date and that school."""
    if not comes_in(world, who, kind, child, day, school):
        return False
    step = step_of(world, who, child, day) if kind in LET_GO else "together"
    if step == "together" or kind in shown(world, child, who, day):
        return True
    return step == "weekly" and dated is not None and dated < last_friday(day)


def comes_in(world: World, who: int, kind: str, child: int, day: dt.date, school: int | None) -> bool:
    """The guardian stands beside her; a school of hers opens it; she, of age, shows it; and she did not
    object. What a school gave goes by what that school says, and by what she says there."""
    beside = any(
        row["role"] == "guardian" and row["student"] == child and row["sees_child"]
        for row in live(world, who, "home", day)
    )
    return (
        beside
        and not is_refused(world, child, who)
        and not keeps(world, who, child, kind, day, school)
        and any(opens(world, kind, child, here, day) for here in schools_now(world, child, day))
        and (school is None or opens(world, kind, child, school, day))
    )


def opens(world: World, kind: str, child: int, school: int, day: dt.date) -> bool:
    """In none of her classes there this kind is shut; of a school that she left, in the last ones."""
    groups = classes_at(world, child, school, day)
    return bool(groups) and not any(is_shut(world, kind, group) for group in groups)


def keeps(world: World, who: int, child: int, kind: str, day: dt.date, school: int | None) -> bool:
    """She decides herself at one of her schools, or did at that one, and does not show him this."""
    if school is not None and not classes_at(world, child, school, day):
        return True  # she never sat there
    schools = schools_now(world, child, day) | ({school} - {None})
    grown = any(decides_herself(world, child, world["schools"][key], day) for key in schools)
    return grown and kind not in shown(world, child, who, day)


def schools_now(world: World, child: int, day: dt.date) -> set[int]:
    here = [row for row in world["enrolments"] if row["child"] == child and runs(row, day)]
    return {world["groups"][row["group"]]["school"] for row in here}


def classes_at(world: World, child: int, school: int, day: dt.date) -> list[Row]:
    """Where she sits at a school; when she left it, where she sat on her last day."""
    begun = [
        row
        for row in world["enrolments"]
        if row["child"] == child
        and row["starts"] <= day
        and world["groups"][row["group"]]["school"] == school
    ]
    here = [row for row in begun if runs(row, day)]
    if not here and begun:
        last = max(row["ends"] for row in begun)
        here = [row for row in begun if row["ends"] == last]
    return [world["groups"][row["group"]] for row in here]


def is_shut(world: World, kind: str, group: Row) -> bool:
    """The switch of the year layer, or else that of the whole school; without either it is open, but for
    results in a class of a primary school, and where nobody gives any."""
    said = {
        row["layer"]: row["open"]
        for row in world["switches"]
        if row["school"] == group["school"] and row["kind"] == kind
    }
    sector = world["schools"][group["school"]]["sector"]
    at_first = not (kind == "results" and sector in ("primary", "childcare") and group.get("kind") != "care")
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
