"""When results come out: a table of moments, with weekends, holidays and both changes of the clock."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.facts.schools.models import Holiday, School
from driehoek.features.results.models import Moment, ReleaseTerms
from driehoek.features.results.planning import Terms, home_after, opening_after
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.fixture
def school(cast: Cast) -> School:
    school: School = cast.kompas
    Holiday.objects.filter(school=school).delete()
    days = {"starts_on": dt.date(2026, 12, 19), "ends_on": dt.date(2027, 1, 3)}
    Holiday.objects.create(school=school, name="kerst", **days)
    return school


@pytest.mark.parametrize(
    ("came_in", "opens", "home"),
    [
        ("2026-11-19T15:00+01:00", "2026-11-19T17:00+01:00", "2026-11-20T17:00+01:00"),  # a Thursday
        ("2026-11-19T16:59:59+01:00", "2026-11-19T17:00+01:00", "2026-11-20T17:00+01:00"),
        ("2026-11-19T17:00+01:00", "2026-11-20T17:00+01:00", "2026-11-23T17:00+01:00"),  # never at once
        ("2026-11-20T17:00+01:00", "2026-11-23T17:00+01:00", "2026-11-24T17:00+01:00"),  # over the weekend
        ("2026-11-21T09:00+01:00", "2026-11-23T17:00+01:00", "2026-11-24T17:00+01:00"),
        ("2026-12-18T16:00+01:00", "2026-12-18T17:00+01:00", "2027-01-04T17:00+01:00"),  # over Christmas
        ("2026-12-25T12:00+01:00", "2027-01-04T17:00+01:00", "2027-01-05T17:00+01:00"),
        ("2026-10-23T18:00+02:00", "2026-10-26T17:00+01:00", "2026-10-27T17:00+01:00"),  # winter time begins
        (
            "2026-10-25T02:30+01:00",
            "2026-10-26T17:00+01:00",
            "2026-10-27T17:00+01:00",
        ),  # the hour that is twice
        ("2027-03-26T16:00+01:00", "2027-03-26T17:00+01:00", "2027-03-29T17:00+02:00"),  # summer time begins
        ("2027-03-28T03:00+02:00", "2027-03-29T17:00+02:00", "2027-03-30T17:00+02:00"),
        ("2026-11-19T23:30+00:00", "2026-11-20T17:00+01:00", "2026-11-23T17:00+01:00"),  # Friday here
    ],
)
def test_it_is_five_on_a_school_day_and_home_a_school_day_later(
    school: School, came_in: str, opens: str, home: str
) -> None:
    opens_at = opening_after(school, Terms(), moment(came_in))
    assert opens_at == moment(opens)
    assert home_after(school, Terms(), opens_at) == moment(home)


def test_a_school_may_let_both_see_it_at_once_and_at_another_time(school: School) -> None:
    terms = Terms(dt.time(12, 30), 0)
    opens_at = opening_after(school, terms, NOW)
    assert opens_at == moment("2026-11-20T12:30+01:00") == home_after(school, terms, opens_at)


def test_what_comes_in_before_a_moment_joins_it(school: School) -> None:
    assert Moment.coming(school, NOW) == Moment.coming(school, NOW + dt.timedelta(hours=1))
    later = NOW + dt.timedelta(hours=3)
    assert Moment.coming(school, later).opens_at > Moment.coming(school, NOW).opens_at


def test_a_new_time_and_a_new_holiday_move_what_has_not_come_out(cast: Cast, school: School) -> None:
    coming = Moment.coming(school, NOW)
    ReleaseTerms.decide(school, Terms(dt.time(18), 2), by=cast.marja, at=NOW)
    coming.refresh_from_db()
    assert coming.opens_at == moment("2026-11-19T18:00+01:00")
    assert coming.home_at == moment("2026-11-23T18:00+01:00")
    Holiday.objects.create(school=school, name="vrij", starts_on=NOW.date(), ends_on=NOW.date())
    Moment.settle(school, NOW)
    coming.refresh_from_db()
    assert coming.opens_at == moment("2026-11-20T18:00+01:00")


def test_what_a_student_sees_already_stays(cast: Cast, school: School) -> None:
    coming = Moment.coming(school, NOW)
    seen_at, after = coming.opens_at, NOW + dt.timedelta(hours=4)
    ReleaseTerms.decide(school, Terms(dt.time(20), 3), by=cast.marja, at=after)
    coming.refresh_from_db()
    assert coming.opens_at == seen_at
    assert coming.home_at == moment("2026-11-24T20:00+01:00")


def test_where_students_look_themselves_they_are_first_whatever_their_school_chose(cast: Cast) -> None:
    page = reverse("results:terms", args=[cast.kompas.pk])
    head, said = cast.sign_in(cast.peter), {"time": "17:00", "head_start": "0"}
    assert "Dat zien leerling en ouder meteen." in head.get(page).text  # a change of what is out
    assert "De leerling is de eerste" in head.get(page).text and "Tegelijk" not in head.get(page).text
    assert head.post(page, said).status_code == 422
    ReleaseTerms.decide(cast.kompas, Terms(head_start=0), by=cast.peter, at=NOW)
    assert ReleaseTerms.of(cast.kompas).head_start == 1
    ReleaseTerms.objects.create(school=cast.delta, head_start=0, by=cast.peter, at=NOW)  # from before
    assert Moment.coming(cast.delta, NOW).is_first_hers
    primary = reverse("results:terms", args=[cast.vlieger.pk])
    office = cast.sign_in(cast.marja)
    assert (
        "Tegelijk" in office.get(primary).text and "De leerling is de eerste" not in office.get(primary).text
    )
    assert office.post(primary, said).status_code == 302
    assert ReleaseTerms.of(cast.vlieger).head_start == 0
