"""For hypothesis: who looks along with a student, what is said before a talk; and what takes away."""

import datetime as dt

from hypothesis import strategies as st

from tests.oracle.drawing import ADULTS, CHILDREN, NOW, TODAY, YESTERDAY, adults, children, dated, flags, rows
from tests.oracle.rules import Row, World, age

KINDS = ["results", "work", "goals", "talks", "timetable", "internship", "advice"]
ASKED_AT, OWN_IMAGE_AT = 12, 16
days = st.sampled_from([dt.date(2026, 11, 2), YESTERDAY, TODAY, dt.date(2026, 12, 1)])
pair = {"child": children, "adult": adults}


def of_students() -> st.SearchStrategy[World]:
    step = {"mode": st.sampled_from(["weekly", "shares"]), "starts": days, "answers": st.just([])}
    steps = st.lists(st.fixed_dictionaries(step), max_size=2)
    kind = {"school": st.sampled_from([1, 2]), "layer": st.just(0), "kind": st.sampled_from(KINDS)}
    return st.builds(
        lambda alone, talk, asked: alone | talk | asked,
        st.fixed_dictionaries(
            {
                "switches": rows(**kind, open=flags),
                "agreements": rows(**pair, counts=flags, steps=steps),
                "extras": dated(**pair),
                "objections": rows(**pair, stands=flags),
            }
        ),
        talk(),
        asked_twice(),
    )


def asked_twice() -> st.SearchStrategy[World]:
    """Two questions to one side of a school, a sentence that was added, and talks that a year has."""
    school = {"school": st.sampled_from([1, 2])}
    side = {"starts": days, "readers": st.sampled_from(["guardians", "students"])}
    told = {"ends": st.sampled_from([YESTERDAY, TODAY]), "count": st.sampled_from([4, 5])}
    step = st.fixed_dictionaries({1: st.fixed_dictionaries(school | {"layer": st.sampled_from([1, 2])})})
    return st.fixed_dictionaries(
        {
            "asked_sides": st.fixed_dictionaries({1: st.fixed_dictionaries(school | side)}),
            "sentences": st.fixed_dictionaries({1: st.fixed_dictionaries(school | told)}),
            "year_steps": step,
            "followed_steps": step,
        }
    )


def talk() -> st.SearchStrategy[World]:
    """One, with two homes, the child and a teacher at it."""
    ready = st.sampled_from([None, NOW])
    moment = st.sampled_from([NOW + dt.timedelta(hours=5), NOW + dt.timedelta(days=7)])
    asked = st.fixed_dictionaries({"person": adults, "opened": st.sampled_from([{1}, {2}, set()])})
    along = st.lists(asked, max_size=2)
    return st.builds(_talk, children, moment, st.tuples(ready, ready, ready, ready), along)


def _talk(child: int, moment: dt.datetime, ready: tuple[dt.datetime | None, ...], along: list[Row]) -> World:
    seats = ((1, "home"), (2, "home"), (child, "child"), (3, "school"))
    sides = {
        key: {"talk": 1, "person": person, "corner": corner, "ready": ready[key - 1]}
        for key, (person, corner) in enumerate(seats, 1)
    }
    meeting: Row = {"child": child, "school": 1, "moment": moment, "sides": [*sides.values()], "along": along}
    meeting["off"] = None
    written = {1: {"meeting": 1}}
    return {
        "meetings": {1: meeting}, "tables": {1: meeting}, "sides": sides,
        "said": {key: {"side": key, "question": "proud"} for key in sides},
        "home_situations": {key: {"side": key} for key in (1, 2)},
        "checks": {key: {"side": key} for key in (1, 2)},
        "points": {key: {"side": key} for key in sides},
        "along": written, "companions": {1: {"side": 1}},
        "pledges": written, "table_notes": written, "records": written,
        "staff_notes": {1: {"child": child, "school": 1}},
    }  # fmt: skip


def object_to(world: World, pick: int) -> None:
    world["objections"].append(_picked(pick) | {"stands": True})


def shut(world: World, pick: int) -> None:
    said = {"layer": 0, "kind": KINDS[pick % 4], "open": False}
    world["switches"] += [said | {"school": school} for school in (1, 2)]


def agree(world: World, pick: int) -> None:
    step = {"mode": ("weekly", "shares")[pick % 2], "starts": YESTERDAY, "answers": []}
    world["agreements"].append(_picked(pick) | {"counts": True, "steps": [step]})


def begin_steps(world: World, pick: int) -> None:
    for agreement in world["agreements"]:
        for step in agreement["steps"]:
            step["starts"] = min(step["starts"], TODAY)


def turn_sixteen(world: World, pick: int) -> None:
    """Of one who said nothing about her photos: from that day on that counts as her own, and is meant
    to. Not of one under twelve: at twelve she is asked two questions, which opens something."""
    child = CHILDREN[pick % 2]
    born = world["people"][child]["born"]
    if (
        born
        and ASKED_AT <= age(born, TODAY) < OWN_IMAGE_AT
        and all(said["by"] != child for said in world["answers"])
    ):
        world["people"][child]["born"] = dt.date(2010, 11, 19)


def keep_a_result(world: World, pick: int) -> None:
    world["results"][1]["shown"] = False


def keep_a_goal(world: World, pick: int) -> None:
    world["goals"][1]["whom"] = "teacher"


def let_a_parcel_go(world: World, pick: int) -> None:
    world["parcels"][1]["expires"] = NOW


def take_an_answer_back(world: World, pick: int) -> None:
    """The side is not ready any more: who waits for it waits again."""
    world["sides"][pick % 4 + 1]["ready"] = None


def take_off(world: World, pick: int) -> None:
    """A colleague who was asked along does not come; or no home lets her read any more."""
    for meeting in world["meetings"].values():
        if pick % 2:
            meeting["along"].clear()
        for row in meeting["along"]:
            row["opened"] = set()


def call_off(world: World, _pick: int) -> None:
    for meeting in world["meetings"].values():
        meeting["off"] = 1


def go_on(world: World, pick: int) -> None:
    """The round is not over yet."""
    world["sentences"][1]["ends"] = TODAY


def lose_an_answer(world: World, pick: int) -> None:
    world["sentences"][1]["count"] = 4


def ask_later(world: World, pick: int) -> None:
    world["asked_sides"][1]["starts"] = dt.date(2026, 12, 1)


def _picked(pick: int) -> Row:
    return {"child": CHILDREN[pick % 2], "adult": ADULTS[pick % 3]}


OF_STUDENTS = {
    "an objection": object_to,
    "a switch that shuts": shut,
    "an agreement": agree,
    "a step that begins": begin_steps,
    "a sixteenth birthday": turn_sixteen,
    "a result that is kept": keep_a_result,
    "a goal that is kept": keep_a_goal,
    "a parcel after its days": let_a_parcel_go,
    "a side that is not ready any more": take_an_answer_back,
    "a colleague who is taken off": take_off,
    "a talk that is called off": call_off,
    "a round that goes on": go_on,
    "too few answers": lose_an_answer,
    "a round that begins later": ask_later,
}
