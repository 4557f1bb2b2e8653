"""F8, F10 and F12 by whoever reads Turkish, with a keyboard, with scripts and without: as many presses as
taps."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator

from driehoek.facts.looking.models import LookAlong, Step, StepAnswer
from driehoek.facts.people.models import Person
from driehoek.features.entry.printing import print_cards
from driehoek.features.following.tests.test_agreeing import proposal, sealed
from driehoek.features.portfolio.models import Echo, Work
from driehoek.features.portfolio.tests.works import made
from driehoek.features.talks.models import Talk
from driehoek.features.talks.tests.table import agreed, planned
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press, walk_to
from tests.journeys.test_portfolio import PHOTO
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
Reader = Callable[[str], Visitor]


@pytest.fixture
def reader(cast: Cast, visit: Visit, javascript: bool) -> Reader:
    """Somebody of the cast, whose language is Turkish."""

    def opened(name: str) -> Visitor:
        person = getattr(cast, name)
        Person.objects.filter(pk=person.pk).update(language="tr")
        return visit(person, javascript=javascript)

    return opened


def button(visitor: Visitor, words: str) -> Locator:
    return visitor.page.get_by_role("button", name=words).first


def choose(visitor: Visitor, option: Locator) -> None:
    walk_to(visitor, option)
    visitor.tap_key("Space")


def prepare(visitor: Visitor, talk: Talk, tiles: tuple[str, ...], on: tuple[str, ...]) -> None:
    """A picture and on, three times, and ready; `on`: what the four buttons say."""
    visitor.open(reverse("talks:question", args=[talk.pk, 1]))
    for tile, words in zip(tiles, on[:-1], strict=True):
        choose(visitor, visitor.page.locator(f"input[value={tile}]"))
        press(visitor, button(visitor, words))
    press(visitor, button(visitor, on[-1]))


def test_a_talk_is_prepared_in_seven_presses_and_an_agreement_confirmed_in_one(
    cast: Cast, reader: Reader
) -> None:
    talk, naima = planned(cast, guardians=[cast.naima.pk], reason="Apart"), reader("naima")
    on = ("Sonraki soru", "Sonraki soru", "Gözden geçirin", "Hazırım")
    prepare(naima, talk, ("reading", "unknown", "time"), on)
    naima.page.get_by_text("Siz hazırsınız.").first.wait_for()
    assert naima.taps == 7 and talk.sides.get(person=cast.naima).ready_at
    pledge = agreed(cast, talk, cast.anouk)
    naima.open(reverse("children:detail", args=[cast.yusuf.pk]))
    press(naima, button(naima, "Evet, doğru"))
    button(naima, "Evet, doğru").wait_for(state="detached")
    assert naima.taps == 8 and pledge.yeses.get().by == cast.naima


@pytest.mark.parametrize("name", ["yusuf", "anouk"])
def test_the_student_and_the_mentor_prepare_it_in_seven_presses_too(
    cast: Cast, reader: Reader, name: str
) -> None:
    talk, side = planned(cast, guardians=[cast.naima.pk], reason="Apart"), reader(name)
    on = ("Sonraki soru", "Sonraki soru", "Gözden geçirin", "Hazırım")
    prepare(side, talk, ("friends", "attention", "buddy"), on)
    side.page.locator("main [role=status], main .note").first.wait_for()
    assert side.taps == 7 and talk.sides.get(person=getattr(cast, name)).ready_at
    pledge = agreed(cast, talk, cast.naima)
    side.open(talk.get_absolute_url())
    press(side, button(side, "Evet, doğru"))
    button(side, "Evet, doğru").wait_for(state="detached")
    assert side.taps == 8 and pledge.yeses.get().by == getattr(cast, name)


def test_a_child_shows_work_with_her_card_in_three_presses(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    """The tablet of the class speaks Dutch until it knows whose card it read."""
    Person.objects.filter(pk=cast.yusuf.pk).update(language="tr")
    code = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    tablet = visit(javascript=javascript).open(code.path)
    press(tablet, button(tablet, "Dit is mijn kaart"))
    tablet.page.set_input_files("input[name=files]", PHOTO)
    tablet.taps += 1
    press(tablet, button(tablet, "Tamam"))
    tablet.page.wait_for_url("**/kind/*/werk/*/")
    assert tablet.taps == 3 and Work.objects.get().student == cast.yusuf


def test_work_is_answered_in_two_presses(cast: Cast, reader: Reader) -> None:
    naima, work = reader("naima"), made(cast)
    naima.open(work.get_absolute_url())
    choose(naima, naima.page.locator(".openers input[value=proud]"))
    press(naima, button(naima, "Gönder: Yusuf"))
    naima.page.get_by_text("Gönderildi. Tepkiniz").wait_for()
    assert naima.taps == 2 and Echo.objects.get().author == cast.naima


def test_the_agreement_on_looking_along_is_signed_in_one_press(cast: Cast, reader: Reader) -> None:
    proposal(cast)
    naima, here = reader("naima"), reverse("following:agreement", args=[cast.adam.pk])
    press(naima.open(here), button(naima, "Kabul ediyorum"))
    naima.page.get_by_text("Kabul eden: üç kişiden 2").wait_for()
    agreement = LookAlong.objects.get(student=cast.adam, guardian=cast.naima)
    assert naima.taps == 1 and agreement.signatures.count() == 2
    adam = reader("adam").open(here)
    press(adam, button(adam, "Kabul ediyorum"))
    button(adam, "Kabul ediyorum").wait_for(state="detached")
    assert adam.taps == 1 and LookAlong.objects.in_force().get() == agreement


@pytest.mark.parametrize("name", ["naima", "adam", "dijk"])
def test_each_of_the_three_answers_about_a_step_in_one_press(cast: Cast, reader: Reader, name: str) -> None:
    Step.objects.filter(agreement=sealed(cast), mode="weekly").update(
        starts_on=cast.today + dt.timedelta(days=20)
    )
    side = reader(name).open(reverse("following:agreement", args=[cast.adam.pk]))
    press(side, side.page.locator("button[name=answer][value=stay]").first)
    side.page.locator("button[value=stay][aria-pressed=true]").first.wait_for()
    assert side.taps == 1 and StepAnswer.objects.get().by == getattr(cast, name)
