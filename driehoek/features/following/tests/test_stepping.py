"""Steps begin by their date: all three are asked before each, and may say not yet."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import slip_of
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import LookAlong, Mode, Side
from driehoek.facts.schools.models import Holiday
from driehoek.features.following import stepping
from driehoek.features.following.tests.test_agreeing import CHRISTMAS, SPRING, TODAY, sealed, take_breaks
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def breaks(cast: Cast) -> None:
    take_breaks(cast)


def test_a_month_before_a_step_each_is_asked_on_her_first_page_until_she_answers(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made, asked, group = sealed(cast), "Meekijken: gaat het goed?", [cast.klas_1b.pk]
    assert asked not in cast.sign_in(cast.naima).get("/").text
    with time_machine.travel(NOW + dt.timedelta(days=20), tick=False):
        for person in (cast.naima, cast.adam):
            assert asked in cast.sign_in(person).get("/").text
        for person in (cast.rachid, cast.yusuf):
            assert asked not in cast.sign_in(person).get("/").text
        naima, step = cast.sign_in(cast.naima), reverse("following:step", args=[made.pk])
        assert asked in naima.get("/").text
        with django_assert_max_num_queries(12):
            naima.get("/")
        naima.post(step, {"answer": "stay"})
        assert asked not in naima.get("/").text and asked in cast.sign_in(cast.adam).get("/").text
        mentor, lines = cast.sign_in(cast.dijk), reverse("following:of_group", args=group)
        assert "Wacht op jou" in mentor.get(lines).text
        mentor.post(step, {"answer": "stay"})
        assert "Wacht op jou" not in mentor.get(lines).text
    with time_machine.travel(at(CHRISTMAS, dt.time(9)), tick=False):
        assert asked not in cast.sign_in(cast.adam).get("/").text  # the step began


def answer(made: LookAlong, side: Side, person: object, *, further: bool, days: int = 20) -> bool:
    viewer = Viewer(person, "school" if side == Side.MENTOR else "home", NOW + dt.timedelta(days=days))  # type: ignore[arg-type]
    return stepping.answer(made, side, viewer, is_further=further)


def test_all_three_are_asked_once_in_the_month_before_a_step(cast: Cast) -> None:
    sealed(cast)
    assert stepping.ask_about_steps(NOW) == 0
    near = at(CHRISTMAS - dt.timedelta(days=30), dt.time(7, 15))
    assert [stepping.ask_about_steps(near), stepping.ask_about_steps(near)] == [1, 0]


def test_before_each_step_all_three_are_asked_however_close_they_lie(cast: Cast) -> None:
    made, near = sealed(cast), CHRISTMAS + dt.timedelta(days=21)
    made.steps.filter(mode=Mode.SHARES).update(starts_on=near)
    days = [CHRISTMAS - dt.timedelta(days=30 - n) for n in range(52)]
    asked = [day for day in days if stepping.ask_about_steps(at(day, dt.time(7, 15)))]
    assert asked == [days[0], near - dt.timedelta(days=31)]


def test_three_times_not_yet_moves_the_step_and_two_times_does_not(cast: Cast) -> None:
    made = sealed(cast)
    assert answer(made, Side.STUDENT, cast.adam, further=False)
    assert answer(made, Side.GUARDIAN, cast.naima, further=False)
    assert made.steps.get(mode=Mode.WEEKLY).starts_on == CHRISTMAS
    assert answer(made, Side.MENTOR, cast.dijk, further=False)
    assert made.steps.get(mode=Mode.WEEKLY).starts_on == SPRING
    assert made.steps.get(mode=Mode.SHARES).starts_on == dt.date(2027, 5, 3)


@pytest.mark.parametrize("known", ["kerstvakantie", "voorjaarsvakantie"])
def test_three_times_not_yet_holds_where_the_calendar_ends(cast: Cast, known: str) -> None:
    made = sealed(cast)
    last = Holiday.objects.get(school=cast.kompas, name=known)
    Holiday.objects.filter(school=cast.kompas, starts_on__gt=last.starts_on).delete()
    for side, person in ((Side.STUDENT, cast.adam), (Side.GUARDIAN, cast.naima), (Side.MENTOR, cast.dijk)):
        assert answer(made, side, person, further=False)
    weekly, shares = (made.steps.get(mode=mode).starts_on for mode in (Mode.WEEKLY, Mode.SHARES))
    assert CHRISTMAS < weekly < shares
    assert not LookAlong.objects.weekly(CHRISTMAS).exists() and LookAlong.objects.weekly(weekly).exists()
    assert (
        cast.sign_in(cast.naima).get(reverse("following:agreement", args=[cast.adam.pk])).status_code == 200
    )


def test_a_step_further_needs_nobody_to_object_in_five_days(cast: Cast) -> None:
    made = sealed(cast)
    assert answer(made, Side.STUDENT, cast.adam, further=True)
    asked = TODAY + dt.timedelta(days=20)
    weekly = LookAlong.objects.weekly
    assert not weekly(asked + dt.timedelta(days=4)).exists() and weekly(asked + dt.timedelta(days=5)).exists()
    assert answer(made, Side.GUARDIAN, cast.naima, further=False, days=22)
    assert not weekly(asked + dt.timedelta(days=5)).exists() and weekly(CHRISTMAS).exists()


def test_an_answer_about_one_step_is_none_about_the_next(cast: Cast) -> None:
    made = sealed(cast)
    assert answer(made, Side.GUARDIAN, cast.naima, further=False)
    asked = at(SPRING - dt.timedelta(days=30), dt.time(7, 15))
    assert stepping.ask_about_steps(asked) == 1
    near = slip_of(Entry.objects.filter(verb=stepping.NEAR).latest("pk"), asked)
    assert near and near.said(Viewer(cast.naima, "home", NOW + dt.timedelta(days=20))) == "stay"
    assert near.said(Viewer(cast.naima, "home", asked)) == ""


def test_too_late_changes_nothing(cast: Cast) -> None:
    made = sealed(cast)
    assert not answer(made, Side.GUARDIAN, cast.naima, further=False, days=0)  # more than a month ahead
    assert not LookAlong.objects.filter(steps__answers__isnull=False).exists()
