"""When a student was away this year: counted calmly, for herself and at home; what is open is explained."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.absences.models import Absence, Reason, SourceLine
from driehoek.features.absences.overview import Overview
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def away(
    child: Person, school: School, ago: int, reason: str = Reason.UNKNOWN, subject: str = "", key: str = ""
) -> Absence:
    """As the school's own system brought it."""
    day = TODAY - ago * A_DAY
    absence = Absence.objects.create(
        student=child, school=school, reason=reason, starts_on=day, ends_on=day, subject=subject, told_at=NOW
    )
    SourceLine.objects.create(
        absence=absence, school=school, source="Magister", key=key or f"{ago} {subject}", stamped_at=NOW
    )
    return absence


def counted(cast: Cast, per: str = "", who: str = "naima") -> list[tuple[str, list[int]]]:
    about = Overview(cast.adam, cast.viewer(getattr(cast, who), "home"), per)
    return [(one.name, [count for _label, count in one.counts]) for one in about.stretches]


def test_it_counts_by_month_by_week_and_by_subject(cast: Cast) -> None:
    away(cast.adam, cast.kompas, 1, Reason.LATE, "Wiskunde")
    away(cast.adam, cast.kompas, 2, subject="Wiskunde")
    away(cast.adam, cast.kompas, 30, Reason.ILL)
    assert counted(cast) == [("november 2026", [1, 1, 0, 0]), ("oktober 2026", [0, 0, 1, 0])]
    assert [name for name, _counts in counted(cast, "week")] == [
        "Week van 16 november",
        "Week van 19 oktober",
    ]
    page = cast.sign_in(cast.naima).get(reverse("absences:overview", args=[cast.adam.pk])).text
    assert "Per vak" in page and "Uit Magister" in page.replace("<bdi>", "").replace("\u2068", "")


@pytest.mark.parametrize("who", ["adam", "naima", "rachid", "dijk"])
def test_herself_both_homes_and_her_mentor_see_the_same(cast: Cast, who: str) -> None:
    away(cast.adam, cast.kompas, 1, Reason.LATE, "Wiskunde")
    page = cast.sign_in(getattr(cast, who)).get(reverse("absences:overview", args=[cast.adam.pk]))
    assert page.status_code == 200 and "Wiskunde" in page.text


@pytest.mark.parametrize("who", ["yusuf", "tom", "anouk", "petra"])
def test_nobody_else_does(cast: Cast, who: str) -> None:
    away(cast.adam, cast.kompas, 1, Reason.LATE, "Wiskunde")
    page = cast.sign_in(getattr(cast, who)).get(reverse("absences:overview", args=[cast.adam.pk]))
    assert page.status_code == 404


def test_what_is_open_is_explained_from_there(cast: Cast) -> None:
    absence = away(cast.adam, cast.kompas, 1, subject="Wiskunde")
    home, page = cast.sign_in(cast.naima), reverse("absences:overview", args=[cast.adam.pk])
    why = reverse("absences:explanation", args=[absence.pk])
    assert why in home.get(page).text
    assert why not in cast.sign_in(cast.dijk).get(page).text
    assert home.post(why, {"why": Reason.DOCTOR}).status_code == 302
    assert why not in home.get(page).text


def test_a_chart_comes_when_bars_say_more_and_its_words_say_the_same(cast: Cast) -> None:
    viewer = cast.viewer(cast.naima, "home")
    for ago in (1, 8):
        away(cast.adam, cast.kompas, ago, Reason.LATE)
    assert Overview(cast.adam, viewer).chart is None
    away(cast.adam, cast.kompas, 15, Reason.LATE)
    chart = Overview(cast.adam, viewer).chart
    assert chart and len(chart.bars) == 3
    assert chart.words == "In tien weken: 3 keer. Hoogstens 1 keer in een week."
    with override("ar"):
        counted = Overview(cast.adam, viewer).chart
        assert (
            counted and counted.words == "خلال عشرة أسابيع: 3 مرات. وفي الأسبوع الواحد مرة واحدة على الأكثر."
        )


def test_in_primary_school_it_is_a_simple_list(cast: Cast) -> None:
    away(cast.yusuf, cast.vlieger, 1, Reason.ILL)
    page = cast.sign_in(cast.naima).get(reverse("absences:overview", args=[cast.yusuf.pk])).text
    assert "Ziek" in page and "<table" not in page and '<svg viewBox="0 0 320' not in page


def test_it_asks_the_same_however_many(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for ago in range(1, 40):
        away(cast.adam, cast.kompas, ago, Reason.LATE, "Wiskunde")
    about = Overview(cast.adam, cast.viewer(cast.naima, "home"))
    with django_assert_max_num_queries(5):
        assert about.open == [] and about.counts_lessons and about.stretches and about.subjects
