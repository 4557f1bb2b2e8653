"""What a family does at home: one tap says that they talked; an assignment is done and comes to the talk."""

import datetime as dt

import pytest

from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.kitchen.models import Talked
from driehoek.surfaces.home.tests.test_today import shared
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
A_DAY = dt.timedelta(days=1)
HERS, OF_NAIMA = "Koken voor veel mensen lijkt mij leuk.", "Hij vroeg goed door."


def test_one_tap_says_that_they_talked(cast: Cast, visit: Visit, javascript: bool) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Welke vorm maakt een brug sterk?")
    naima = visit(cast.naima, javascript=javascript, width=320).open("/keukentafel/")
    assert naima.sees("Welke vorm maakt een brug sterk?")
    naima.tap(naima.page.get_by_role("button", name="Wij praatten").first)
    assert naima.taps == 1 and naima.sees("Jullie praatten hierover")
    assert Talked.objects.get().person == cast.naima


def test_an_assignment_is_done_in_two_taps_each_and_brought_in_one(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    Assignment.give(
        [cast.adam], cast.klas_1b, "werkdag", due_on=TODAY + 9 * A_DAY, by=cast.dijk, at=NOW - 2 * A_DAY
    )
    address = Assignment.objects.get().get_absolute_url()
    naima = visit(cast.naima, javascript=javascript).open(address)
    naima.tap("Wij deden het samen").fill("Wat kwam eruit?", OF_NAIMA).tap("Bewaar")
    assert naima.taps == 2 and naima.sees(OF_NAIMA)
    adam = visit(cast.adam, javascript=javascript, width=320).open(address)
    adam.fill("Wat kwam eruit?", HERS).tap("Bewaar")
    adam.taps = 0
    adam.tap(adam.page.locator(".say-row", has_text=OF_NAIMA).get_by_role("button", name="Neem mee"))
    assert adam.taps == 1 and adam.sees("Gaat mee")
    assert Outcome.objects.get(brought__isnull=False).author == cast.naima
    dijk = visit(cast.dijk, "school", javascript=javascript).open(address)
    assert dijk.sees(OF_NAIMA) and not dijk.page.get_by_text(HERS).count()
