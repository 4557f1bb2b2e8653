"""The office says when its school is closed, and everything that waits for a school day keeps to it."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day, usual_time
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.holidays.ministry import Region, years
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db

LIST = reverse("holidays:list")
AUTUMN = {"name": "Herfstvakantie", "starts_on": "2026-10-17", "ends_on": "2026-10-25"}


def new(school: School) -> str:
    return reverse("holidays:new", args=[school.pk])


def ministry(school: School, **asked: str) -> str:
    return reverse("holidays:ministry", args=[school.pk], query=asked)


def test_the_office_adds_a_holiday_once_and_changes_and_removes_it(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    for _ in range(2):
        office.post(new(cast.vlieger), AUTUMN)
    holiday = Holiday.objects.get()
    assert "17 oktober 2026 tot en met 25 oktober 2026" in office.get(LIST).text
    address = reverse("holidays:holiday", args=[holiday.pk])
    office.post(address, AUTUMN | {"ends_on": "2026-10-23"})
    holiday.refresh_from_db()
    assert holiday.ends_on == dt.date(2026, 10, 23)
    office.post(reverse("holidays:removal", args=[holiday.pk]))
    assert not Holiday.objects.exists()


def test_nobody_but_the_leaders_of_that_school_may(cast: Cast) -> None:
    others: list[Person] = [cast.anouk, cast.peter, cast.ingrid, cast.naima]
    mine = Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=TODAY, ends_on=TODAY)
    for person in others:
        browser = cast.sign_in(person)
        assert browser.post(new(cast.vlieger), AUTUMN).status_code == 404, person.name
        assert browser.post(ministry(cast.vlieger), {}).status_code == 404, person.name
        assert browser.get(reverse("holidays:holiday", args=[mine.pk])).status_code == 404, person.name
        assert browser.post(reverse("holidays:removal", args=[mine.pk])).status_code == 404, person.name
        answer = browser.get(LIST)
        assert answer.status_code == 403 or "studiedag" not in answer.text, person.name
    assert cast.sign_in(cast.joris).get(reverse("holidays:holiday", args=[mine.pk])).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Geef het een naam."),
        ({"starts_on": ""}, "Kies een dag."),
        ({"starts_on": "31-02-2026"}, "Dit is geen dag."),
        ({"ends_on": "2026-10-01"}, "De laatste dag ligt vóór de eerste"),
        ({"ends_on": "2027-10-25"}, "De laatste dag ligt vóór de eerste"),
        ({"starts_on": "1926-10-17"}, "Deze dag is te ver weg."),
        ({"starts_on": "2026-12-20", "ends_on": "2027-01-03"}, "Hier ligt al kerst, vanaf 19-12-2026."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    winter = (dt.date(2026, 12, 19), dt.date(2027, 1, 3))
    Holiday.objects.create(school=cast.vlieger, name="kerst", starts_on=winter[0], ends_on=winter[1])
    said = AUTUMN | {"name": "Onze eigen week"} | wrong
    answer = cast.sign_in(cast.marja).post(new(cast.vlieger), said)
    assert answer.status_code == 422 and sentence in answer.text
    assert "name" in wrong or "Onze eigen week" in answer.text
    assert Holiday.objects.count() == 1


def test_a_holiday_does_not_grow_over_the_next(cast: Cast) -> None:
    days = [dt.date(2026, 10, day) for day in (1, 3, 10, 12)]
    first, _next = (
        Holiday.objects.create(school=cast.vlieger, name=name, starts_on=start, ends_on=end)
        for name, start, end in (("eerste", *days[:2]), ("tweede", *days[2:]))
    )
    longer = {"name": "eerste", "starts_on": "2026-10-01", "ends_on": "2026-10-11"}
    answer = cast.sign_in(cast.marja).post(reverse("holidays:holiday", args=[first.pk]), longer)
    assert answer.status_code == 422 and "Hier ligt al tweede" in answer.text


def test_the_dates_of_the_ministry_are_looked_at_first_and_taken_over_once(cast: Cast) -> None:
    office, asked = cast.sign_in(cast.marja), {"region": "midden", "year": "2026-2027"}
    own = Holiday.objects.create(
        school=cast.vlieger, name="eigen meivakantie", starts_on=dt.date(2027, 4, 19),
        ends_on=dt.date(2027, 5, 2),
    )  # fmt: skip
    page = office.get(ministry(cast.vlieger, **asked)).text
    assert "17 oktober 2026" in page and "Staat er al: <bdi>eigen meivakantie</bdi>" in page
    assert Holiday.objects.count() == 1  # looking adds nothing
    for _ in range(2):
        office.post(ministry(cast.vlieger), asked)
    assert Holiday.objects.filter(school=cast.vlieger).count() == 5
    own.refresh_from_db()
    assert own.starts_on == dt.date(2027, 4, 19)
    assert "Er is niets om over te nemen." in office.get(ministry(cast.vlieger, **asked)).text


def test_dates_that_nobody_could_confirm_are_left_for_the_office(cast: Cast) -> None:
    office, asked = cast.sign_in(cast.marja), {"region": "zuid", "year": "2026-2027"}
    assert "Deze data kennen wij niet." in office.get(ministry(cast.vlieger, **asked)).text
    office.post(ministry(cast.vlieger), asked)
    assert set(Holiday.objects.values_list("name", flat=True)) == {"Kerstvakantie", "Meivakantie"}


def test_nonsense_about_regions_takes_over_nothing(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    for said in ({}, {"region": "oost", "year": "2026-2027"}, {"region": "noord", "year": "1999-2000"}):
        assert office.post(ministry(cast.vlieger), said).status_code == 422
    assert not Holiday.objects.exists()


def test_the_file_of_the_ministry_holds_whole_weeks_in_order() -> None:
    for year in years():
        for region in Region.values:
            breaks = year.of(region)
            assert list(breaks) == sorted(breaks, key=lambda one: one.starts_on)
            for one in breaks:
                assert one.starts_on.isoweekday() == 6 and one.ends_on.isoweekday() == 7, one
                assert year.starts_on < one.starts_on < one.ends_on
        assert len(year.of("midden")) == 5 and not year.lacks("midden")


def test_news_waits_for_the_first_school_day_after_it(cast: Cast) -> None:
    assert is_school_day(TODAY, cast.vlieger)
    cast.sign_in(cast.marja).post(
        new(cast.vlieger), {"name": "week", "starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=1)}
    )
    assert not is_school_day(TODAY, cast.vlieger)
    assert usual_time(cast.vlieger, NOW).date() == TODAY + dt.timedelta(days=4)  # Monday
    assert usual_time(cast.kompas, NOW).date() == TODAY  # the other school is open
