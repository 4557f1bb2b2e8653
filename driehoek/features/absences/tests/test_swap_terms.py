"""What a school asks of who wants another day: said beforehand, and kept."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.features.absences.models import SwapRequest, SwapTerms
from driehoek.features.absences.tests.test_swapping import MONDAY, THURSDAY, answer, ask, asked, page
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
SOON = TODAY + dt.timedelta(days=1)


def terms(cast: Cast, **said: int) -> None:
    SwapTerms.decide(cast.vlieger, **({"ahead": 0, "per_week": 0} | said), by=cast.marja, at=NOW)


def refusal(browser: Client, cast: Cast, **days: str) -> str:
    """What is said, or nothing when it was asked."""
    said = ask(browser, cast, cast.yusuf, **days)
    assert said.status_code in (302, 422)
    return "" if said.status_code == 302 else said.content.decode()


def test_the_office_says_how_it_goes_and_who_asks_reads_it_first(cast: Cast) -> None:
    marja, form = cast.sign_in(cast.marja), reverse("absences:swap_terms", args=[cast.vlieger.pk])
    assert form in page(cast, cast.marja)
    for _time in range(2):
        assert marja.post(form, {"ahead": "2", "per_week": "1"}).status_code == 302
    shown = page(cast, cast.naima, "absences:swap_request")
    assert "Twee dagen van tevoren" in shown and "Eén keer per week" in shown
    assert marja.post(form, {"ahead": "5", "per_week": "1"}).status_code == 422
    assert cast.sign_in(cast.samira).post(form, {"ahead": "0", "per_week": "0"}).status_code == 404


def test_too_soon_is_refused_with_the_agreement_and_the_first_day_after_it_is_not(cast: Cast) -> None:
    naima, first = cast.sign_in(cast.naima), TODAY + dt.timedelta(days=7)
    terms(cast, ahead=7)
    assert "Een week van tevoren" in refusal(naima, cast, home_on="", comes_on=SOON.isoformat())
    assert not SwapRequest.objects.exists()
    assert refusal(naima, cast, home_on="", comes_on=first.isoformat()) == ""


def test_one_day_a_week_counts_what_waits_and_what_was_agreed_but_no_day_at_home(cast: Cast) -> None:
    terms(cast, per_week=1)
    naima, tuesday = cast.sign_in(cast.naima), MONDAY + dt.timedelta(days=1)
    swap = asked(cast)
    assert "Eén keer per week" in refusal(naima, cast, home_on="", comes_on=tuesday.isoformat())
    assert refusal(naima, cast, home_on=tuesday.isoformat(), comes_on="") == ""
    next_week = (tuesday + dt.timedelta(days=7)).isoformat()
    assert refusal(naima, cast, home_on="", comes_on=next_week) == ""
    answer(cast, swap)
    assert "Eén keer per week" in refusal(naima, cast, home_on="", comes_on=tuesday.isoformat())


def test_a_change_does_not_stand_in_its_own_way(cast: Cast) -> None:
    terms(cast, per_week=1)
    swap = asked(cast)
    said = {"token": str(swap.token), "place": "", "home_on": "", "comes_on": THURSDAY.isoformat()}
    form = cast.sign_in(cast.naima)
    place = form.get(reverse("absences:swap_change", args=[swap.pk])).context["form"].places[0].pk
    changed = form.post(reverse("absences:swap_change", args=[swap.pk]), said | {"place": place})
    assert changed.status_code == 302 and SwapRequest.objects.get().home_on is None


def test_what_the_other_home_asked_is_not_told_by_a_refusal(cast: Cast) -> None:
    terms(cast, per_week=1)
    swap, rachid = asked(cast), cast.sign_in(cast.rachid)
    tuesday = (MONDAY + dt.timedelta(days=1)).isoformat()
    assert refusal(rachid, cast, home_on="", comes_on=tuesday) == ""
    SwapRequest.objects.exclude(pk=swap.pk).delete()
    answer(cast, swap)
    assert "Eén keer per week" in refusal(rachid, cast, home_on="", comes_on=tuesday)
