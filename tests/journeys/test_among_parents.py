"""Parents ask each other, families tell, and leaders keep order: few taps, with and without scripts."""

import pytest

from driehoek.backbone.moderation.models import Conduct, Hiding, Trace
from driehoek.features.questions.models import Answer, Question
from driehoek.features.questions.tests.asked import answered, asked
from driehoek.features.stories.models import Showing, Story
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
SWIM = "Wie heeft zwemspullen in maat 128?"


def promised(cast: Cast, *keys: str) -> None:
    """They read the words of the school before."""
    for key in keys:
        Conduct.of(cast.vlieger).accept(by=getattr(cast, key), at=cast.now)


def test_a_question_to_the_other_parents_takes_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    promised(cast, "elif_")
    cast.elif_.speak("nl")
    elif_ = visit(cast.elif_, javascript=javascript).open("/")
    elif_.tap("Ouders onder elkaar").tap("Stel een vraag")
    elif_.fill("Wat wil je vragen?", SWIM)
    elif_.tap("Vraag het")
    assert elif_.taps == 3 and Question.objects.get().text == SWIM
    assert elif_.sees("Gevraagd.")


def test_an_answer_takes_three_taps_and_the_first_time_a_promise(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    asked(cast)
    esther = visit(cast.esther, javascript=javascript).open("/")
    esther.tap("Ouders onder elkaar").tap(SWIM)
    assert "Zo schrijven wij aan elkaar" in esther.reads()
    esther.page.locator("textarea[name=text]").fill("Wij hebben nog een badpak.")
    esther.tap(esther.page.locator(".reply input[name=accepts]"))
    esther.tap(esther.page.locator(".reply button.btn-icon"))
    assert esther.taps == 4 and Answer.objects.get().text == "Wij hebben nog een badpak."


def test_who_asked_says_in_one_tap_that_it_is_solved(cast: Cast, visit: Visit, javascript: bool) -> None:
    question = asked(cast)
    answered(cast, question)
    naima = visit(cast.naima, javascript=javascript).open(question.get_absolute_url())
    naima.tap("Opgelost")
    assert naima.taps == 1 and naima.sees("Deze vraag is opgelost.")


def test_what_is_about_ones_child_goes_to_school_with_the_words_kept(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    promised(cast, "elif_")
    cast.elif_.speak("nl")
    elif_ = visit(cast.elif_, javascript=javascript).open("/vragen/nieuw/")
    elif_.fill("Wat wil je vragen?", "Slaapt mijn kind op school?")
    elif_.tap("Vraag het").tap("Vraag het aan school")
    assert elif_.page.get_by_label("Je vraag").input_value() == "Slaapt mijn kind op school?"
    assert not Question.objects.exists()


def test_a_family_tells_the_teacher_shows_and_the_class_reads(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    promised(cast, "marieke")
    marieke = visit(cast.marieke, javascript=javascript).open("/")
    marieke.tap("Van thuis").tap("Vertel iets van thuis")
    marieke.fill("Wat wil je vertellen?", "Wij hebben een puppy.")
    marieke.tap("Verder").tap("De hele klas").tap("Dit mag in de kring").tap("Verstuur")
    assert marieke.taps == 6 and Story.objects.get().for_class
    anouk = visit(cast.anouk, "school", javascript=javascript).open(f"/groep/{cast.groep_5.pk}/")
    anouk.tap("Kring")
    assert anouk.sees("Wij hebben een puppy.")
    anouk.tap("In de kring geweest")
    assert anouk.taps == 2 and Showing.objects.count() == 1
    naima = visit(cast.naima, javascript=javascript).open("/van-thuis/")
    assert naima.sees("Wij hebben een puppy.") and naima.sees("In de kring geweest")


def test_a_report_a_decision_and_the_words_are_gone_but_for_their_trace(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    question = asked(cast, "Te koop: een fiets", by="esther")
    question.edit("Te koop: een mooie fiets", by=cast.esther, at=cast.now)
    naima = visit(cast.naima, javascript=javascript).open(question.get_absolute_url())
    naima.tap("Meld").tap("Reclame").tap("Meld het")
    assert naima.taps == 3
    joris = visit(cast.joris, "school", javascript=javascript).open("/orde/")
    joris.tap("Te koop")
    assert "Te koop: een fiets" in joris.reads() and "Zo stond het er eerst" in joris.reads()
    joris.tap("Haal weg")
    joris.fill("Waarom?", "Wij verkopen hier niets.")
    joris.tap("Bewaar je besluit")
    assert joris.taps == 3 and Trace.objects.count() == 1
    assert "Te koop" not in naima.open("/vragen/").reads()
    esther = visit(cast.esther, javascript=javascript).open(Hiding.objects.get().get_absolute_url())
    assert esther.sees("Wij verkopen hier niets.") and "Naima" not in esther.reads()


def test_all_of_it_fits_a_narrow_phone_in_arabic(cast: Cast, visit: Visit, javascript: bool) -> None:
    question = asked(cast)
    answered(cast, question)
    cast.naima.speak("ar")
    naima = visit(cast.naima, width=320, javascript=javascript)
    for path in (
        "/vragen/",
        "/vragen/nieuw/",
        question.get_absolute_url(),
        "/van-thuis/",
        "/ik/kennismaken/",
    ):
        naima.open(path)
        assert naima.page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert naima.page.evaluate("document.documentElement.dir") == "rtl"
