"""The oracle itself: nothing that ends, blocks or withdraws ever opens anything."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from tests.oracle import looking, photos, pulse
from tests.oracle.changes import CHANGES, LOOKING, changed
from tests.oracle.drawing import NOW, TODAY
from tests.oracle.photos import decides, may_be_shown
from tests.oracle.reading import readable
from tests.oracle.rules import World, age, empty_world
from tests.oracle.worlds import worlds, worlds_that_differ_in_people, worlds_that_differ_in_students


@pytest.mark.parametrize("name", CHANGES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), pick=st.integers(0, 11))
def test_taking_away_never_opens_anything(name: str, world: World, pick: int) -> None:
    assert readable(changed(world, CHANGES[name], pick), NOW) <= readable(world, NOW)


@pytest.mark.parametrize("name", LOOKING)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), pick=st.integers(0, 11))
def test_what_lets_go_of_a_student_never_opens_anything(name: str, world: World, pick: int) -> None:
    assert readable(changed(world, LOOKING[name], pick), NOW) <= readable(world, NOW)


def test_a_switch_that_opens_when_it_shuts_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The positive control: with the rule turned round, the property must fail."""
    shuts = looking.is_shut
    monkeypatch.setattr(looking, "is_shut", lambda *about: not shuts(*about))

    def opens(case: tuple[World, int]) -> bool:
        world, pick = case
        shut = changed(world, LOOKING["a switch that shuts"], pick)
        return not readable(shut, NOW) <= readable(world, NOW)

    hunt = settings(max_examples=500, derandomize=True, phases=[Phase.generate])
    assert opens(find(st.tuples(worlds(), st.integers(0, 11)), opens, settings=hunt))


def test_words_that_are_told_while_a_round_goes_on_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for two questions: a sentence that is told before the end, and not after it."""
    over = pulse.is_over
    monkeypatch.setattr(pulse, "is_over", lambda *about: not over(*about))

    def opens(world: World) -> bool:
        later = changed(world, LOOKING["a round that goes on"], 0)
        return not readable(later, NOW) <= readable(world, NOW)

    hunt = settings(max_examples=2000, derandomize=True, phases=[Phase.generate])
    assert opens(find(worlds_that_differ_in_students(), opens, settings=hunt))


@pytest.mark.parametrize("name", ["a block", "an expired guardianship"])
def test_a_no_that_vanishes_with_its_speaker_would_be_noticed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control: with the rule that forgets a blocked parent's no, the property must fail."""

    def opens(case: tuple[World, int]) -> bool:
        world, pick = case
        return not readable(changed(world, CHANGES[name], pick), NOW) <= readable(world, NOW)

    monkeypatch.setattr(
        photos, "stands", lambda world, no, yes, day: decides(world, no["by"], no["child"], day)
    )
    cases = st.tuples(worlds_that_differ_in_people(), st.integers(0, 11))
    hunt = settings(
        max_examples=5000, derandomize=True, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    assert opens(find(cases, opens, settings=hunt))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds())
def test_nobody_reads_across_boards(world: World) -> None:
    world["schools"][1]["board"], world["schools"][2]["board"] = 1, 2
    world["enrolments"] = [row for row in world["enrolments"] if row["group"] != 3]
    elsewhere = {key for key, post in world["posts"].items() if post["school"] == 2}
    for post in elsewhere:
        world["posts"][post] |= {"group": None, "student": None}
        world["posts"][post]["lines"] = [
            {"role": "", "board": 2, "school": None, "group": None, "student": None}
        ]
    assert not {thing for _, _, kind, thing in readable(world, NOW) if kind == "post"} & elsewhere


@pytest.mark.parametrize(
    ("day", "years"), [("2024-02-28", 15), ("2024-02-29", 16), ("2026-02-27", 17), ("2026-02-28", 18)]
)
def test_a_child_of_29_february_is_older_on_the_28th_in_other_years(day: str, years: int) -> None:
    assert age(dt.date(2008, 2, 29), dt.date.fromisoformat(day)) == years


def family(*, first: bool | None, second: bool | None, born: dt.date = dt.date(2018, 4, 12)) -> World:
    """Two parents with custody and what each has said about photos of their child."""
    world = empty_world() | {"people": {11: {"born": born, "active": True}}, "answers": []}
    for adult, shown in ((1, first), (2, second)):
        tie = {"adult": adult, "child": 11, "kind": "custody", "approved": True, "ends": None}
        world["guardianships"].append(tie | {"starts": dt.date(2026, 8, 1)})
        if shown is not None:
            world["answers"].append(said(by=adult, shown=shown))
    return world


def said(*, by: int, shown: bool, days_ago: int = 30) -> dict[str, object]:
    at = NOW - dt.timedelta(days=days_ago)
    return {"child": 11, "by": by, "purpose": "class_app", "shown": shown, "at": at}


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [(None, None, False), (True, None, True), (True, True, True), (True, False, False), (False, None, False)],
)
def test_one_yes_is_needed_and_one_no_wins(first: bool | None, second: bool | None, shown: bool) -> None:
    assert may_be_shown(family(first=first, second=second), 11, "class_app", TODAY) is shown


def test_at_sixteen_her_own_answer_takes_over() -> None:
    world = family(first=False, second=None, born=dt.date(2010, 1, 1))
    world["answers"].append(said(by=11, shown=True))
    assert may_be_shown(world, 11, "class_app", TODAY)


def test_at_sixteen_the_old_value_stays_until_she_answers() -> None:
    assert may_be_shown(family(first=True, second=None, born=dt.date(2010, 1, 1)), 11, "class_app", TODAY)


def test_a_blocked_parents_no_still_counts() -> None:
    world = family(first=True, second=False)
    block = {"adult": 2, "child": 11, "kind": "no_access", "starts": TODAY, "ends": None}
    world["restrictions"].append(block)
    assert not may_be_shown(world, 11, "class_app", TODAY)


def test_a_former_guardians_no_ends_with_a_new_yes() -> None:
    world = family(first=True, second=False)
    world["guardianships"][1]["ends"] = TODAY - dt.timedelta(days=10)
    assert not may_be_shown(world, 11, "class_app", TODAY)
    world["answers"].append(said(by=1, shown=True, days_ago=5))
    assert may_be_shown(world, 11, "class_app", TODAY)
