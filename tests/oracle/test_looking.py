"""Each day on which looking along may change: the policy, asked of the database, and the oracle agree."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from driehoek.backbone.access.rules.looking import looks_along
from driehoek.backbone.access.viewer import AMSTERDAM, Viewer
from driehoek.facts.looking.models import (
    ExtraLook,
    KindSwitch,
    LookAlong,
    Mode,
    Objection,
    Side,
    Step,
    StepAnswer,
    Weighing,
)
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Guardianship, Person, StudentGrant
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.absences.models import Absence, Reason
from tests.cast import NOW, Cast
from tests.oracle.extract import people, schools
from tests.oracle.looked import looking
from tests.oracle.looking import looks
from tests.oracle.rules import World, empty_world

UTC = dt.UTC
AUTUMN, CHRISTMAS = dt.date(2026, 10, 17), dt.date(2026, 12, 19)
DAY = dt.timedelta(days=1)
LAST_DATED = dt.date(2026, 12, 31)  # beyond it lies a Friday after everything that is dated


def world() -> World:
    return empty_world() | people() | schools() | looking()


def agree(student: Person, guardian: Person, school: School, **starts: dt.date) -> LookAlong:
    """Signed by all three, with these steps."""
    made = LookAlong.objects.create(
        student=student, guardian=guardian, school=school, proposed_at=NOW, sealed_at=NOW
    )
    for mode, day in starts.items():
        Step.objects.create(agreement=made, mode=mode, starts_on=day)
    return made


def answer(step: Step, by: Person, side: Side, on: dt.date, *, further: bool) -> None:
    StepAnswer.objects.create(step=step, by=by, side=side, on=on, is_further=further)


@pytest.fixture
def dated(cast: Cast) -> list[Absence]:
    """Something of Adam on each of three weeks of days, and nothing else."""
    Absence.objects.all().delete()
    first = dt.date(2026, 10, 12)
    return [
        Absence.objects.create(
            student=cast.adam, school=cast.kompas, reason=Reason.LATE, starts_on=first + n * DAY,
            ends_on=first + n * DAY, noted_by=cast.dijk, told_at=NOW,
        )
        for n in range(0, 75, 3)
    ]  # fmt: skip


def differs(me: Viewer, kind: str, told: World) -> list[str]:
    """Days of Adam of which the database and the oracle disagree."""
    rule = looks_along(kind, on="starts_on")
    found = set(Absence.objects.filter(rule.rows_for(me)).values_list("starts_on", flat=True))
    return [
        f"{kind} {me.person.given_name} {me.now}: {row.starts_on}"
        for row in Absence.objects.all()
        if (row.starts_on in found)
        != looks(told, me.person.pk, kind, row.student_id, row.starts_on, me.today, row.school_id)
    ]


def around(day: dt.date) -> list[dt.datetime]:
    """The last second before a day begins in Amsterdam, its first, and the two midnights of UTC."""
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM)
    second = dt.timedelta(seconds=1)
    utc = dt.datetime.combine(day, dt.time(), tzinfo=UTC)
    return [midnight - second, midnight, midnight + second, utc - second, utc]


def test_each_step_opens_what_it_says_from_midnight_in_amsterdam(cast: Cast, dated: list[Absence]) -> None:
    """Both nights on which the clock changes lie within a step; the autumn break ends in one of them."""
    agree(cast.adam, cast.naima, cast.kompas, together=dt.date(2026, 9, 8), weekly=AUTUMN, shares=CHRISTMAS)
    told, wrong = world(), list[str]()
    moments = [
        m for day in (AUTUMN, CHRISTMAS, dt.date(2026, 10, 25), dt.date(2026, 10, 30)) for m in around(day)
    ]
    for now in [*moments, dt.datetime(2027, 3, 28, 2, 30, tzinfo=AMSTERDAM)]:
        for kind in ("results", "talks"):
            wrong += differs(Viewer(cast.naima, "home", now), kind, told)
            wrong += differs(Viewer(cast.rachid, "home", now), kind, told)  # who signed nothing
    assert wrong == []


@pytest.mark.parametrize(
    "begins",
    [
        dt.date(2026, 10, 25),  # the clock goes back
        dt.date(2027, 3, 28),  # and forward
        dt.date(2027, 1, 1),
        dt.date(2028, 2, 29),
        dt.date(2028, 3, 1),
    ],
)
@pytest.mark.parametrize("mode", [Mode.WEEKLY, Mode.SHARES])
def test_on_every_awkward_night_a_step_begins_at_midnight(
    cast: Cast, dated: list[Absence], begins: dt.date, mode: Mode
) -> None:
    sits, tie = {"student": cast.adam}, {"student": cast.adam, "guardian": cast.naima}
    Enrolment.objects.filter(**sits).update(ends_on=None)
    Guardianship.objects.filter(**tie).update(ends_on=None)
    agree(cast.adam, cast.naima, cast.kompas, **{mode: begins})
    told, rule = world(), looks_along("results", on="starts_on")
    for now in around(begins):
        me = Viewer(cast.naima, "home", now)
        assert differs(me, "results", told) == []
        seen = set(Absence.objects.filter(rule.rows_for(me)).values_list("starts_on", flat=True))
        whole = me.today < begins
        assert (len(seen) == len(dated)) == (whole or (mode == Mode.WEEKLY and begins > LAST_DATED))
        assert bool(seen) == (whole or mode == Mode.WEEKLY)


@pytest.mark.parametrize("objects", [None, Side.GUARDIAN, Side.MENTOR])
def test_a_step_begins_sooner_when_one_asks_and_nobody_says_not_yet(
    cast: Cast, dated: list[Absence], objects: Side | None
) -> None:
    made = agree(cast.adam, cast.naima, cast.kompas, weekly=AUTUMN, shares=CHRISTMAS)
    step, asked = made.steps.get(mode=Mode.SHARES), dt.date(2026, 11, 19)
    answer(step, cast.adam, Side.STUDENT, asked, further=True)
    if objects:
        answer(step, cast.naima, objects, asked + DAY, further=False)
    told = world()
    for days, opens in ((4, True), (5, bool(objects))):
        now = dt.datetime.combine(asked + days * DAY, dt.time(), tzinfo=AMSTERDAM)
        me = Viewer(cast.naima, "home", now)
        assert differs(me, "results", told) == []
        rule = looks_along("results", on="starts_on").rows_for(me)
        assert Absence.objects.filter(rule).exists() == opens


def changes(cast: Cast) -> dict[str, Any]:
    """What may only take away."""
    pair = {"student": cast.adam, "guardian": cast.naima}
    yesterday, tie, grants = NOW.date() - DAY, Guardianship.objects, StudentGrant.objects
    return said_against(cast, pair) | {
        "an agreement": lambda: agree(**pair, school=cast.kompas, weekly=AUTUMN, shares=CHRISTMAS),
        "an eighteenth birthday": lambda: born(cast, dt.date(2008, 11, 19)),
        "a sixteenth birthday": lambda: born(cast, dt.date(2010, 11, 19)),
        "no birth date": lambda: born(cast, None),
        "an expired guardianship": lambda: tie.filter(**pair).update(ends_on=yesterday),
        "an expired grant": lambda: grants.filter(**pair).update(ends_on=yesterday),
        "an expired extra look": lambda: ExtraLook.objects.filter(**pair).update(
            starts_on=NOW.date() - 28 * DAY, ends_on=NOW.date()
        ),
    }


def said_against(cast: Cast, pair: dict[str, Person]) -> dict[str, Any]:
    """By the student, and by her school."""
    words = {"school": cast.kompas, "reason": "Liever niet.", "at": NOW}

    def weigh(*, granted: bool) -> None:
        row = Objection.objects.create(**pair, **words)
        Weighing.objects.create(objection=row, is_granted=granted, reason="Gehoord.", by=cast.dijk, at=NOW)

    def switch(layer: int) -> None:
        KindSwitch.objects.create(school=cast.kompas, layer=layer, kind="results", is_open=False, at=NOW)

    return {
        "an objection": lambda: Objection.objects.create(**pair, **words),
        "an objection that was granted": lambda: weigh(granted=True),
        "an objection that was weighed away": lambda: weigh(granted=False),
        "a switch of the school": lambda: switch(0),
        "a switch of the first layer": lambda: switch(1),
    }


def born(cast: Cast, day: dt.date | None) -> None:
    Person.objects.filter(pk=cast.adam.pk).update(birth_date=day)


@pytest.mark.parametrize("before", ["nothing", "an agreement", "a grant", "an extra look", "all of these"])
def test_nothing_that_is_added_or_ends_ever_opens_anything(
    cast: Cast, dated: list[Absence], before: str
) -> None:
    begin(cast, before)
    for name, change in changes(cast).items():
        if name == "an agreement" and LookAlong.objects.exists():
            continue
        open_before = opened(cast)
        with transaction.atomic():
            change()
            assert opened(cast) <= open_before, name
            assert [
                line for kind in ("results", "talks") for line in differs(viewer(cast), kind, world())
            ] == [], name
            transaction.set_rollback(True)


def begin(cast: Cast, before: str) -> None:
    pair = {"student": cast.adam, "guardian": cast.naima}
    if before in ("an agreement", "all of these"):
        agree(**pair, school=cast.kompas, weekly=AUTUMN, shares=CHRISTMAS)
    if before in ("a grant", "all of these"):
        StudentGrant.objects.create(**pair, kind="results", starts_on=AUTUMN)
    if before in ("an extra look", "all of these"):
        ExtraLook.objects.create(
            **pair, reason="Zij maakt zich zorgen.", by=cast.dijk, at=NOW, starts_on=NOW.date() - DAY,
            ends_on=NOW.date() + 20 * DAY,
        )  # fmt: skip


def viewer(cast: Cast) -> Viewer:
    return Viewer(cast.naima, "home", NOW)


def opened(cast: Cast) -> set[tuple[str, int]]:
    me = viewer(cast)
    return {
        (kind, pk)
        for kind in InformationKind.values
        for pk in Absence.objects.filter(looks_along(kind, on="starts_on").rows_for(me)).values_list(
            "pk", flat=True
        )
    }


def comes_to(me: Viewer, kind: str, child: Person) -> bool:
    """Whether this kind comes to her at all, from a school where the child sits today."""
    return Person.objects.filter(looks_along(kind, "pk", school=None).rows_for(me), pk=child.pk).exists()


BIRTHDAYS = [
    dt.date(2008, 11, 19),
    *(dt.date(2008, 2, 28), dt.date(2008, 2, 29), dt.date(2008, 3, 1)),
    *(dt.date(2007, 12, 31), dt.date(2008, 1, 1)),
    *(dt.date(2008, 10, 25), dt.date(2008, 10, 26)),  # the clock goes back on the day she is 18
    *(dt.date(2009, 3, 28), dt.date(2010, 3, 29)),  # and forward on the day she is 18, or 16
]


@pytest.mark.parametrize("born", BIRTHDAYS)
@pytest.mark.parametrize("until", [16, 18])
def test_at_midnight_of_the_birthday_only_what_she_grants_stays(
    cast: Cast, born: dt.date, until: int
) -> None:
    """For vocational education, at both ages and with a birthday that most years do not have."""
    School.objects.filter(pk=cast.delta.pk).update(guardians_until_age=until)
    Person.objects.filter(pk=cast.dewi.pk).update(birth_date=born)
    long_ago = dt.date(2020, 1, 1)
    Objection.objects.filter(student=cast.dewi).delete()
    Enrolment.objects.filter(student=cast.dewi).update(starts_on=long_ago)
    Guardianship.objects.filter(student=cast.dewi).update(starts_on=long_ago)
    StudentGrant.objects.create(student=cast.dewi, guardian=cast.sri, kind="presence", starts_on=long_ago)
    told, year = world(), born.year + until
    day = dt.date(year, 2, 28) if (born.month, born.day) == (2, 29) and year % 4 else born.replace(year=year)
    for now in around(day):
        me = Viewer(cast.sri, "home", now)
        for kind in ("presence", "results", "news"):
            open_ = comes_to(me, kind, cast.dewi)
            assert open_ == looks(told, cast.sri.pk, kind, cast.dewi.pk, None, me.today, None)
            assert open_ == (me.today < day or kind == "presence")


def test_a_layer_wins_over_the_whole_school_and_follows_the_name_of_the_group(cast: Cast) -> None:
    assert {group.name: group.layer for group in Group.objects.filter(school=cast.kompas)}["1B"] == 1
    me = viewer(cast)
    for layer, is_open, sees in ((0, False, False), (1, True, True), (2, False, True)):
        KindSwitch.objects.create(school=cast.kompas, layer=layer, kind="results", is_open=is_open, at=NOW)
        assert comes_to(me, "results", cast.adam) == sees


def test_a_primary_school_shows_results_once_it_opened_them(cast: Cast) -> None:
    KindSwitch.objects.filter(school=cast.vlieger).delete()  # as long as it chose nothing
    me = Viewer(cast.naima, "home", NOW)

    def sees() -> bool:
        open_ = comes_to(me, "results", cast.yusuf)
        assert open_ == looks(world(), cast.naima.pk, "results", cast.yusuf.pk, None, me.today, None)
        return open_

    assert not sees() and comes_to(me, "work", cast.yusuf)
    for layer, is_open, shows in ((5, True, True), (5, False, False), (0, True, False), (5, True, True)):
        row = {"school": cast.vlieger, "layer": layer, "kind": "results"}
        KindSwitch.objects.update_or_create(**row, defaults={"is_open": is_open, "at": NOW})
        assert sees() == shows


def test_at_work_and_for_a_stranger_it_opens_nothing(cast: Cast) -> None:
    for person, hat in ((cast.dijk, "school"), (cast.wouter, "home")):
        assert not comes_to(Viewer(person, hat, NOW), "results", cast.adam)
