"""A holiday moves, and the step of looking along that waits for it moves along."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.looking.models import LookAlong, Mode, Objection, Side, StepAnswer
from driehoek.facts.schools.models import Appointment, Holiday
from driehoek.features.following import agreeing
from driehoek.features.following.moments import Moment
from driehoek.features.holidays import keeping
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

CHRISTMAS, SPRING = dt.date(2027, 1, 4), dt.date(2027, 3, 1)
DAYS = {
    "kerstvakantie": (dt.date(2026, 12, 19), dt.date(2027, 1, 3)),
    "voorjaarsvakantie": (dt.date(2027, 2, 20), dt.date(2027, 2, 28)),
}
A_WEEK = dt.timedelta(weeks=1)
Days = tuple[dt.date, dt.date]


@pytest.fixture
def holidays(cast: Cast) -> dict[str, Holiday]:
    return {
        name: Holiday.objects.create(school=cast.kompas, name=name, starts_on=first, ends_on=last)
        for name, (first, last) in DAYS.items()
    }


@pytest.fixture
def made(cast: Cast, holidays: dict[str, Holiday]) -> LookAlong:
    plan = {Mode.WEEKLY: Moment("kerstvakantie", CHRISTMAS), Mode.SHARES: Moment("voorjaarsvakantie", SPRING)}
    made = agreeing.propose(cast.adam, cast.naima, cast.kompas, plan, by=cast.dijk, side=Side.MENTOR, at=NOW)
    agreeing.sign(made, Side.STUDENT, by=cast.adam, at=NOW)
    agreeing.sign(made, Side.GUARDIAN, by=cast.naima, at=NOW)
    return LookAlong.objects.get(pk=made.pk)


def later(name: str, by: dt.timedelta = A_WEEK) -> dict[str, str]:
    first, last = (str(day + by) for day in DAYS[name])
    return {"name": name, "starts_on": first, "ends_on": last}


def steps(made: LookAlong) -> list[dt.date]:
    return list(made.steps.exclude(mode=Mode.TOGETHER).values_list("starts_on", flat=True))


def told() -> "list[Entry]":
    return list(Entry.objects.filter(verb="shifted.agreement.moved"))


def test_the_step_moves_with_its_holiday_and_all_three_are_told_once(
    cast: Cast, made: LookAlong, holidays: dict[str, Holiday]
) -> None:
    head = {"person": cast.joris, "function": "head", "board": cast.kompas.board, "school": cast.kompas}
    Appointment.objects.create(**head, starts_on=NOW.date())
    office, address = (
        cast.sign_in(cast.joris),
        reverse("holidays:holiday", args=[holidays["kerstvakantie"].pk]),
    )
    for _time in range(2):
        assert office.post(address, later("kerstvakantie")).status_code == 302
    assert steps(made) == [CHRISTMAS + A_WEEK, SPRING]
    weekly = LookAlong.objects.weekly
    assert not weekly(CHRISTMAS).exists() and weekly(CHRISTMAS + A_WEEK).exists()
    (entry,) = told()
    notice = notice_of(entry)
    assert notice and set(notice.people(NOW.date())) == {cast.adam, cast.naima, cast.dijk}
    assert "11 januari" in cast.sign_in(cast.naima).get(notice.path).text


def test_a_day_off_after_a_holiday_shifts_the_step_by_that_day(cast: Cast, made: LookAlong) -> None:
    keeping.add(cast.kompas, "studiedag", (CHRISTMAS, CHRISTMAS), by=cast.joris, at=NOW)
    assert steps(made) == [CHRISTMAS + dt.timedelta(days=1), SPRING]


def test_a_step_that_began_stays_and_the_next_one_moves(
    cast: Cast, made: LookAlong, holidays: dict[str, Holiday]
) -> None:
    asked = NOW.date() - dt.timedelta(days=5)
    weekly = made.steps.get(mode=Mode.WEEKLY)
    StepAnswer.objects.create(step=weekly, side=Side.STUDENT, by=cast.adam, is_further=True, on=asked)
    for name, holiday in holidays.items():
        keeping.change(
            holiday, name, (holiday.starts_on + A_WEEK, holiday.ends_on + A_WEEK), by=cast.joris, at=NOW
        )
    assert steps(made) == [CHRISTMAS, SPRING + A_WEEK] and len(told()) == 1


def test_a_holiday_that_is_taken_away_and_put_back_elsewhere_takes_the_step_along(
    cast: Cast, made: LookAlong, holidays: dict[str, Holiday]
) -> None:
    keeping.remove(holidays["kerstvakantie"], by=cast.joris, at=NOW)
    assert steps(made) == [CHRISTMAS, SPRING] and not told()
    first, last = (day + A_WEEK for day in DAYS["kerstvakantie"])
    keeping.add(cast.kompas, "Kerstvakantie", (first, last), by=cast.joris, at=NOW)
    assert steps(made) == [CHRISTMAS + A_WEEK, SPRING] and len(told()) == 1


def test_another_name_is_taken_over_and_told_to_nobody(
    cast: Cast, made: LookAlong, holidays: dict[str, Holiday]
) -> None:
    keeping.change(holidays["kerstvakantie"], "winterrust", DAYS["kerstvakantie"], by=cast.joris, at=NOW)
    assert made.steps.get(mode=Mode.WEEKLY).until_what == "winterrust" and not told()
    first, last = (day + A_WEEK for day in DAYS["kerstvakantie"])
    keeping.change(holidays["kerstvakantie"], "winterrust", (first, last), by=cast.joris, at=NOW)
    assert steps(made) == [CHRISTMAS + A_WEEK, SPRING]


def test_steps_do_not_pass_each_other_and_another_school_moves_nothing(
    cast: Cast, made: LookAlong, holidays: dict[str, Holiday]
) -> None:
    spring, behind = holidays["voorjaarsvakantie"], dt.date(2027, 3, 8)
    keeping.change(
        holidays["kerstvakantie"], "kerstvakantie", (behind, behind + A_WEEK), by=cast.joris, at=NOW
    )
    assert steps(made) == [CHRISTMAS, SPRING]
    Holiday.objects.filter(pk=spring.pk).update(school=cast.vlieger)
    keeping.change(
        Holiday.objects.get(pk=spring.pk),
        "voorjaarsvakantie",
        (SPRING, SPRING + A_WEEK),
        by=cast.joris,
        at=NOW,
    )
    assert steps(made) == [CHRISTMAS, SPRING] and not told()


def test_a_proposal_moves_too_and_who_may_not_look_along_is_told_nothing(
    cast: Cast, holidays: dict[str, Holiday]
) -> None:
    plan = {Mode.WEEKLY: Moment("kerstvakantie", CHRISTMAS), Mode.SHARES: Moment("voorjaarsvakantie", SPRING)}
    made = agreeing.propose(cast.adam, cast.naima, cast.kompas, plan, by=cast.dijk, side=Side.MENTOR, at=NOW)
    kerst, (first, last) = holidays["kerstvakantie"], DAYS["kerstvakantie"]
    keeping.change(kerst, kerst.name, (first + A_WEEK, last + A_WEEK), by=cast.joris, at=NOW)
    assert steps(made) == [CHRISTMAS + A_WEEK, SPRING]
    (entry,) = told()
    assert notice_of(entry)
    Objection.objects.create(
        student=cast.adam, guardian=cast.naima, school=cast.kompas, reason="Liever niet.", at=NOW
    )
    assert notice_of(entry) is None
