"""Before a talk: work and results beside the points, for each reader as far as she may see them."""

import datetime as dt
import re
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.models import Work
from driehoek.features.portfolio.tests.works import made
from driehoek.features.results.models import Result
from driehoek.features.results.tests.books import bring_in, result
from driehoek.features.talks.models import Point, Talk
from driehoek.features.talks.tests.table import SOON, planned
from driehoek.surfaces.discussed.models import PointResult, PointWork
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def said(cast: Cast, talk: Talk, person: Person) -> Point:
    return Point.add(talk.sides.get(person=person), "learning", "De sommen", by=person, at=NOW)


def lay(
    cast: Cast, point: Point, *works: Work, by: Person, results: list[Result] | None = None
) -> HttpResponse:
    ticked = {"works": [work.pk for work in works], "results": [one.pk for one in results or []]}
    return cast.sign_in(by).post(reverse("discussed:laying", args=[point.pk]), ticked)  # type: ignore[return-value]


def shown(cast: Cast, talk: Talk, person: Person) -> str:
    """Without what icons are drawn of: numbers that look like marks."""
    page = cast.sign_in(person).get(talk.get_absolute_url()).text
    return re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)


@pytest.fixture
def talk(cast: Cast) -> Talk:
    return planned(cast)


@pytest.fixture
def mark(cast: Cast) -> Result:
    """At home only the next school day."""
    KindSwitch.objects.create(school=cast.vlieger, kind="results", is_open=True, at=NOW)
    bring_in(cast.sign_in(cast.marja), cast.vlieger, [result("dv-yusuf", score="7.4")])
    return Result.objects.get()


def test_each_reads_beside_a_point_only_what_she_may_see_herself(
    cast: Cast, talk: Talk, mark: Result
) -> None:
    point, home, class_ = said(cast, talk, cast.anouk), made(cast), made(cast, "teacher", title="Mijn geheim")
    assert lay(cast, point, home, class_, by=cast.anouk, results=[mark]).status_code == 302
    at_school = shown(cast, talk, cast.anouk)
    assert "Mijn vulkaan" in at_school and "Mijn geheim" in at_school and "Toets hoofdstuk 3" in at_school
    naima = shown(cast, talk, cast.naima)
    assert "De sommen" in naima and "Mijn vulkaan" in naima
    assert "Mijn geheim" not in naima and "Toets hoofdstuk 3" not in naima and "7,4" not in naima
    rows = PointWork.objects.visible_to(cast.viewer(cast.naima))
    assert [row.work for row in rows] == [home]
    assert not PointResult.objects.visible_to(cast.viewer(cast.naima)).exists()
    with time_machine.travel(mark.moment.home_at + dt.timedelta(minutes=1), tick=False):
        assert "7,4" in shown(cast, talk, cast.naima)


def test_a_guardian_and_the_child_lay_down_what_they_see_and_nothing_of_one_home_is_for_the_other(
    cast: Cast, talk: Talk
) -> None:
    work, hidden = made(cast), made(cast, "teacher", title="Mijn geheim")
    of_naima, of_yusuf = said(cast, talk, cast.naima), said(cast, talk, cast.yusuf)
    page = cast.sign_in(cast.naima).get(reverse("discussed:laying", args=[of_naima.pk])).text
    assert "Mijn vulkaan" in page and "Mijn geheim" not in page
    faulty = lay(cast, of_naima, hidden, by=cast.naima)
    assert faulty.status_code == 422 and not PointWork.objects.exists()
    assert lay(cast, of_naima, work, by=cast.naima).status_code == 302
    assert lay(cast, of_yusuf, hidden, by=cast.yusuf).status_code == 302
    assert "Mijn vulkaan" in shown(cast, talk, cast.yusuf) and "Mijn vulkaan" in shown(cast, talk, cast.anouk)
    assert "Mijn vulkaan" not in shown(cast, talk, cast.rachid)
    assert not PointWork.objects.visible_to(cast.viewer(cast.rachid)).exists()


def test_only_who_made_the_point_lays_something_beside_it_and_only_before_the_talk(
    cast: Cast, talk: Talk
) -> None:
    point, work = said(cast, talk, cast.anouk), made(cast)
    assert lay(cast, point, work, by=cast.naima).status_code == 403
    assert lay(cast, point, work, by=cast.elif_).status_code == 404
    with time_machine.travel(SOON + dt.timedelta(hours=1), tick=False):
        assert lay(cast, point, work, by=cast.anouk).status_code == 403
    assert not PointWork.objects.exists()


def test_sent_twice_it_lies_there_once_and_what_she_cannot_see_stays(cast: Cast, talk: Talk) -> None:
    point, work, hidden = said(cast, talk, cast.naima), made(cast), made(cast, title="Mijn brief")
    for _twice in range(2):
        lay(cast, point, work, hidden, by=cast.naima)
    assert PointWork.objects.count() == 2
    assert Entry.objects.filter(verb="discussed.point.laid").count() == 1
    Work.objects.filter(pk=hidden.pk).update(whom="teacher")
    lay(cast, point, by=cast.naima)
    assert [row.work for row in PointWork.objects.all()] == [hidden]
    assert "Mijn brief" not in shown(cast, talk, cast.naima)


def test_the_page_of_a_talk_asks_no_more_for_many_things_than_for_one(cast: Cast, talk: Talk) -> None:
    browser, point = cast.sign_in(cast.anouk), said(cast, talk, cast.anouk)
    works, asked = [made(cast, title=f"Werk {n}") for n in range(6)], []
    for things in (works[:1], works[:1], works):  # the first time some things are looked up once for all
        lay(cast, point, *things, by=cast.anouk)
        with CaptureQueriesContext(connection) as queries:
            assert things[-1].title in browser.get(talk.get_absolute_url()).text
        asked.append(len(queries))
    assert asked[1] == asked[2]
