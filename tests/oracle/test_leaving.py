"""Who leaves a school: what it gave stays as it was there, and what another gave is none of its business."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from driehoek.backbone.access.rules.looking import looks_along, of_age_lets
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.following.lookers import LookersPage
from tests.cast import NOW, Cast
from tests.oracle import looking
from tests.oracle.changes import changed, expire
from tests.oracle.drawing import TODAY
from tests.oracle.looking import keeps, looks, schools_now
from tests.oracle.reading import TABLES, readable
from tests.oracle.rules import Row, World
from tests.oracle.test_looking import world
from tests.oracle.worlds import worlds

LEAVES = expire("enrolments")
TABLE_OF = {kind: table for table, (kind, _sees) in TABLES.items()}
AROUND = {"side": "sides", "talk": "meetings", "meeting": "meetings", "assignment": "assignments"}
YESTERDAY = TODAY - dt.timedelta(days=1)
LONG_AGO = dt.date(2020, 8, 1)


def with_two_schools() -> st.SearchStrategy[tuple[World, int]]:
    """A world in which a child sits at both schools, with a result of the second; and one of her places."""
    return st.tuples(worlds().map(_at_both), st.sampled_from([0, 1]))


def _at_both(world: World) -> World:
    dates = {"starts": dt.date(2026, 8, 1), "ends": None}
    hers = [row for row in world["enrolments"] if row["child"] != 11]
    world["enrolments"] = [{"child": 11, "group": group} | dates for group in (1, 3)] + hers
    for result in world["results"].values():
        result |= {"child": 11, "school": 2}
    return world


def opened_there(case: tuple[World, int]) -> list[tuple[int, str, str, int]]:
    """What somebody reads of a school only since a student left it."""
    before, pick = case
    after = changed(before, LEAVES, pick)
    left = school_left(before, after, pick)
    new = readable(after, NOW) - readable(before, NOW) if left else set()
    return [line for line in new if gave(before, *line[2:]) == left]


def school_left(before: World, after: World, pick: int) -> int | None:
    hers = before["enrolments"]
    row = hers[pick % len(hers)]
    school = before["groups"][row["group"]]["school"]
    return None if school in schools_now(after, row["child"], TODAY) else int(school)


def gave(world: World, kind: str, key: int) -> int | None:
    """The school whose this is, as far as a thing has one."""
    row: Row = world[TABLE_OF[kind]][key] if kind in TABLE_OF else {}
    for name, table in AROUND.items():
        row = world[table][row[name]] if name in row else row
    if "school" in row:
        return row["school"]  # type: ignore[no-any-return]
    return world["groups"][row["group"]]["school"] if row.get("group") else None


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(case=with_two_schools())
def test_leaving_a_school_opens_nothing_of_that_school(case: tuple[World, int]) -> None:
    """Of whatever student, also of one who decided herself there and does not at the other."""
    assert opened_there(case) == []


@pytest.mark.parametrize("forgets", ["what the school said", "what she said there"])
def test_a_door_that_opens_when_she_leaves_would_be_noticed(
    monkeypatch: pytest.MonkeyPatch, forgets: str
) -> None:
    """The positive control: of a school that she left nothing counts any more, as it was before."""
    if forgets == "what the school said":
        opens = looking.opens

        def goes_open(world: World, kind: str, child: int, school: int, day: dt.date) -> bool:
            return school not in schools_now(world, child, day) or opens(world, kind, child, school, day)

        monkeypatch.setattr(looking, "opens", goes_open)
    else:

        def keeps_now(world: World, who: int, child: int, kind: str, day: dt.date, _at: int | None) -> bool:
            return keeps(world, who, child, kind, day, None)

        monkeypatch.setattr(looking, "keeps", keeps_now)
    hunt = settings(
        max_examples=2000, derandomize=True, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    assert opened_there(find(with_two_schools(), lambda case: bool(opened_there(case)), settings=hunt))


def sits(student: Person, group: Group, ends: dt.date | None = None) -> None:
    Enrolment.objects.create(student=student, group=group, starts_on=LONG_AGO, ends_on=ends)


def switch(school: School, *, is_open: bool, kind: str = "results") -> None:
    row = {"school": school, "layer": 0, "kind": kind}
    KindSwitch.objects.update_or_create(**row, defaults={"is_open": is_open, "at": NOW})


def open_at(cast: Cast, kind: str, rule: Rule, student: Person, guardian: Person) -> set[str]:
    """At which schools a row of hers is open to this guardian; the policy and the oracle agree on it."""
    told, me = world(), Viewer(guardian, "home", NOW)
    found = Absence.objects.filter(rule.rows_for(me), student=student)
    for row in Absence.objects.filter(student=student):
        at_home = looks(told, guardian.pk, kind, student.pk, row.starts_on, TODAY, row.school_id)
        assert at_home == found.filter(pk=row.pk).exists()
    return set(found.values_list("school__name", flat=True))


@pytest.fixture
def two(cast: Cast) -> tuple[School, School]:
    """Adam sits at a school and sat at another, with a row of each. Any row that has a school will do."""
    Absence.objects.all().delete()
    KindSwitch.objects.all().delete()  # as long as no school chose anything
    Enrolment.objects.filter(student=cast.adam).delete()
    Guardianship.objects.filter(student=cast.adam).update(starts_on=LONG_AGO)
    sits(cast.adam, cast.klas_1b)
    for school in (cast.kompas, cast.vlieger):
        Absence.objects.create(
            student=cast.adam, school=school, reason=Reason.LATE, starts_on=LONG_AGO, ends_on=LONG_AGO,
            noted_by=cast.dijk, told_at=NOW,
        )  # fmt: skip
    return cast.kompas, cast.vlieger


@pytest.mark.parametrize("ends", [None, TODAY, YESTERDAY])
def test_results_go_by_the_switch_of_the_school_that_gave_them(
    cast: Cast, two: tuple[School, School], ends: dt.date | None
) -> None:
    now, first = two
    sits(cast.adam, cast.groep_5, ends)
    rule, said = looks_along("results", on="starts_on"), ("results", cast.adam, cast.naima)
    asked = (cast, said[0], rule, *said[1:])
    assert open_at(*asked) == {now.name}  # a primary school that said nothing
    switch(first, is_open=True)
    assert open_at(*asked) == {now.name, first.name}
    switch(first, is_open=False)
    assert open_at(*asked) == {now.name}
    switch(now, is_open=False)
    assert open_at(*asked) == set()


def test_where_she_goes_next_may_shut_what_was_open_before(cast: Cast, two: tuple[School, School]) -> None:
    now, first = two
    sits(cast.adam, cast.groep_5, YESTERDAY)
    switch(first, is_open=True)
    asked = (cast, "results", looks_along("results", on="starts_on"), cast.adam, cast.naima)
    assert open_at(*asked) == {now.name, first.name}
    switch(now, is_open=False)
    assert open_at(*asked) == set()


def test_of_a_school_where_she_never_sat_nothing_is_open(cast: Cast, two: tuple[School, School]) -> None:
    now, first = two
    switch(first, is_open=True)
    asked = (cast, "results", looks_along("results", on="starts_on"), cast.adam, cast.naima)
    assert open_at(*asked) == {now.name}
    sits(cast.adam, cast.groep_5, YESTERDAY)
    assert open_at(*asked) == {now.name, first.name}


@pytest.mark.parametrize("kind", ["results", "talks", "presence"])
def test_what_she_kept_to_herself_at_a_school_stays_hers_when_she_leaves_it(
    cast: Cast, two: tuple[School, School], kind: str
) -> None:
    """Sixteen, at a school where that is old enough, and at one where it is not."""
    now, first = two
    switch(first, is_open=True)
    School.objects.filter(pk=first.pk).update(guardians_until_age=16)
    Person.objects.filter(pk=cast.adam.pk).update(birth_date=dt.date(2010, 1, 1))
    sits(cast.adam, cast.groep_5)
    rule = of_age_lets(kind) if kind == "presence" else looks_along(kind, on="starts_on")
    asked = (cast, kind, rule, cast.adam, cast.naima)
    assert open_at(*asked) == set()
    Enrolment.objects.filter(student=cast.adam, group=cast.groep_5).update(ends_on=YESTERDAY)
    assert open_at(*asked) == {now.name}
    School.objects.filter(pk=first.pk).update(guardians_until_age=18)
    assert open_at(*asked) == {now.name, first.name}


def test_her_page_says_what_one_of_her_schools_lets_out(cast: Cast, two: tuple[School, School]) -> None:
    now, first = two
    sits(cast.adam, cast.groep_5)

    def is_said() -> bool:
        page = LookersPage(cast.adam, cast.viewer(cast.adam))
        naima = next(looker for looker in page.lookers if looker.guardian == cast.naima)
        return next(one.is_open for one in naima.sentences if one.kind == "results")

    assert is_said()
    switch(now, is_open=False)
    assert not is_said()
    switch(first, is_open=True)
    assert is_said()
