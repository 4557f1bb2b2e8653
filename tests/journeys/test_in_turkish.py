"""F8, F10 and F12 by a parent who reads Turkish, with a keyboard and without scripts: as many presses as
taps."""

import pytest
from django.urls import reverse
from playwright.sync_api import Locator

from driehoek.facts.looking.models import LookAlong
from driehoek.facts.people.models import Person
from driehoek.features.following.tests.test_agreeing import proposal
from driehoek.features.portfolio.models import Echo
from driehoek.features.portfolio.tests.works import made
from driehoek.features.talks.tests.table import agreed, planned
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press, walk_to
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def naima(cast: Cast, visit: Visit) -> Visitor:
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    return visit(cast.naima, javascript=False)


def button(visitor: Visitor, words: str) -> Locator:
    return visitor.page.get_by_role("button", name=words).first


def test_a_talk_is_prepared_in_seven_presses_and_an_agreement_confirmed_in_one(
    cast: Cast, naima: Visitor
) -> None:
    talk = planned(cast, guardians=[cast.naima.pk], reason="Apart")
    naima.open(reverse("talks:question", args=[talk.pk, 1]))
    for tile, on in (("reading", "Sonraki soru"), ("unknown", "Sonraki soru"), ("time", "Gözden geçirin")):
        walk_to(naima, naima.page.locator(f"input[value={tile}]"))
        naima.tap_key("Space")
        press(naima, button(naima, on))
    press(naima, button(naima, "Hazırım"))
    naima.page.get_by_text("Siz hazırsınız.").first.wait_for()
    assert naima.taps == 7 and talk.sides.get(person=cast.naima).ready_at
    pledge = agreed(cast, talk, cast.anouk)
    naima.open(reverse("children:detail", args=[cast.yusuf.pk]))
    press(naima, button(naima, "Evet, doğru"))
    button(naima, "Evet, doğru").wait_for(state="detached")
    assert naima.taps == 8 and pledge.yeses.get().by == cast.naima


def test_work_is_answered_in_two_presses(cast: Cast, naima: Visitor) -> None:
    naima.open(made(cast).get_absolute_url())
    walk_to(naima, naima.page.locator(".openers input[value=proud]"))
    naima.tap_key("Space")
    press(naima, button(naima, "Gönder: Yusuf"))
    naima.page.get_by_text("Gönderildi. Tepkiniz").wait_for()
    assert naima.taps == 2 and Echo.objects.get().author == cast.naima


def test_the_agreement_on_looking_along_is_signed_in_one_press(cast: Cast, naima: Visitor) -> None:
    proposal(cast)
    naima.open(reverse("following:agreement", args=[cast.adam.pk]))
    press(naima, button(naima, "Kabul ediyorum"))
    naima.page.get_by_text("Kabul eden: üç kişiden 2").wait_for()
    assert naima.taps == 1
    assert LookAlong.objects.get(student=cast.adam, guardian=cast.naima).signatures.count() == 2
