"""The first hundred days: home sees which three talks there are, and each has some points to begin with."""

import datetime as dt

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.facts.schools.models import Enrolment
from driehoek.features.talks.models import CycleStep, Point, Talk
from driehoek.features.talks.models.cycle import HUNDRED_DAYS
from driehoek.features.talks.tests.table import planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
HEAD, BEGIN = "De eerste honderd dagen", "Hoe voelt de nieuwe school?"


def plans(cast: Cast) -> None:
    steps = [(5, str(kind), month) for kind, month in HUNDRED_DAYS]
    CycleStep.add(cast.vlieger, steps, by=cast.joris, at=NOW)


def test_home_finds_the_three_talks_on_the_page_of_a_child(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/kind/{cast.yusuf.pk}/"
    talk, naima = planned(cast), cast.sign_in(cast.naima)
    assert HEAD not in naima.get(address).text
    plans(cast)
    with django_assert_max_num_queries(14):
        page = naima.get(address).text
    assert HEAD in page and page.count("nog geen dag gekozen") == 2
    late = "September is voorbij. Er is nog geen dag gekozen."
    assert late in page and "In november, nog geen dag gekozen" in page
    asks = f'<a class="line" href="/berichten/nieuw/?kind={cast.yusuf.pk}">'
    assert asks in page and page.count("Vraag school om een dag") == 1
    at_school = cast.sign_in(cast.anouk).get(reverse("children:pupil", args=[cast.yusuf.pk])).text
    assert late in at_school and "Vraag school" not in at_school and "Plan een gesprek" in at_school
    assert talk.get_absolute_url() in page[page.index(HEAD) :]
    assert HEAD in cast.sign_in(cast.yusuf).get("/over-mij/").text
    for person, child in ((cast.cheryl, cast.jayden), (cast.annelies, None)):
        seen = CycleStep.objects.where(cast.viewer(person), may="follow").exists()
        assert seen == (child is not None)


def test_who_was_at_that_school_before_begins_nothing(cast: Cast) -> None:
    plans(cast)
    address = f"/kind/{cast.yusuf.pk}/"
    assert HEAD in cast.sign_in(cast.naima).get(address).text
    last_year = {"starts_on": dt.date(2025, 8, 1), "ends_on": dt.date(2026, 7, 31)}
    Enrolment.objects.create(student=cast.yusuf, group=cast.groep_5, **last_year)
    assert HEAD not in cast.sign_in(cast.naima).get(address).text
    assert HEAD not in cast.sign_in(cast.yusuf).get("/over-mij/").text


def test_one_tap_brings_up_a_point_that_was_ready(cast: Cast) -> None:
    plans(cast)
    talk, naima = planned(cast), cast.sign_in(cast.naima)
    assert BEGIN in naima.get(talk.get_absolute_url()).text
    said = {"subject": "well", "words": BEGIN}
    assert naima.post(reverse("talks:points", args=[talk.pk]), said).status_code == 302
    assert Point.objects.get().subject == "well"
    assert naima.get(talk.get_absolute_url()).text.count(BEGIN) == 1  # as a point, and no more offered


def test_elsewhere_nothing_is_ready(cast: Cast) -> None:
    talk = planned(cast)
    assert BEGIN not in cast.sign_in(cast.naima).get(talk.get_absolute_url()).text


def test_from_the_day_itself_home_has_a_way_to_the_table(cast: Cast) -> None:
    talk, naima = planned(cast), cast.sign_in(cast.naima)
    table = reverse("talks:run", args=[talk.pk])
    assert table not in naima.get(talk.get_absolute_url()).text
    Talk.objects.update(moment=NOW.replace(hour=18))
    assert table in naima.get(talk.get_absolute_url()).text and naima.get(table).status_code == 200
