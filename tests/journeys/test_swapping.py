"""Ruildag: asked by a parent, answered by the group, on a phone; with and without JavaScript."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.features.absences.models import SwapDay, SwapRequest
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
MONDAY, THURSDAY = dt.date(2026, 12, 7), dt.date(2026, 12, 10)


def test_a_day_is_swapped_in_three_taps_and_two_dates_and_answered_in_one(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Ruildag")
    naima.tap(naima.page.locator("label", has_text="Yusuf"))
    naima.page.get_by_label("Welke dag blijft je kind thuis?").fill(MONDAY.isoformat())
    naima.page.get_by_label("Welke dag komt je kind?").fill(THURSDAY.isoformat())
    naima.tap("Vraag het de groep")
    assert naima.sees("De groep kijkt ernaar")
    assert naima.taps == 3
    there = SwapRequest.objects.get().get_absolute_url()
    samira = visit(cast.samira, javascript=javascript).open(there)
    assert samira.sees("Hoe vol is het?")
    samira.tap("Ja, dat kan")
    assert samira.taps == 1
    assert {(row.day, row.comes) for row in SwapDay.objects.all()} == {(MONDAY, False), (THURSDAY, True)}
    assert "Ja, dit is afgesproken" in naima.open(there).reads()


def test_a_closed_day_is_refused_and_a_no_comes_with_its_reason(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript).open(reverse("absences:swap_request"))
    naima.tap(naima.page.locator("label", has_text="Yusuf"))
    day = naima.page.get_by_label("Welke dag komt je kind?")
    day.fill("2026-12-12")
    naima.tap("Vraag het de groep")
    assert naima.sees("De opvang is die dag dicht")
    assert day.input_value() == "2026-12-12" and not SwapRequest.objects.exists()
    day.fill(THURSDAY.isoformat())
    naima.tap("Vraag het de groep")
    there = SwapRequest.objects.get().get_absolute_url()
    samira = visit(cast.samira, javascript=javascript).open(there)
    samira.tap("Nee, dat kan niet")
    assert samira.sees("Leg uit waarom het niet kan.")
    samira.page.get_by_label("Waarom?").fill("De groep is die dag vol.")
    samira.tap("Nee, dat kan niet")
    said = naima.open(there).reads()
    assert "Nee, dit kan niet" in said and "De groep is die dag vol." in said
    assert not SwapDay.objects.exists()
