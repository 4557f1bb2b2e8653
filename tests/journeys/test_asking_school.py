"""A question to school from Vandaag, the answer, and the reply: few taps, with and without scripts."""

import pytest

from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_question_to_school_takes_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Vraag aan school")
    naima.tap(naima.page.locator("label.pick", has_text="Naar Juf").filter(has_text="Yusuf").last)
    naima.fill("Je vraag", "Slaapt Yusuf genoeg?")
    naima.tap("Stuur")
    assert naima.taps == 3 and Conversation.objects.get().line_of == cast.naima
    assert "Je hoort uiterlijk morgen iets." in naima.reads()


def test_help_leads_to_the_same_question_with_the_child_filled_in(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/ik/")
    naima.tap("Hulp")
    naima.tap("Over Yusuf")
    naima.fill("Je vraag", "Mag de step mee?")
    naima.tap("Stuur")
    assert naima.taps == 3
    assert [link.student for link in Conversation.objects.get().children.all()] == [cast.yusuf]


def test_an_answer_takes_two_taps_and_says_who_reads_it(cast: Cast, visit: Visit, javascript: bool) -> None:
    talk = asked(cast)
    anouk = visit(cast.anouk, "school", javascript=javascript).open("/berichten/")
    anouk.tap("Naima")
    assert "Dit lezen alleen Naima" in anouk.reads()
    anouk.page.locator("textarea[name=text]").fill("Hij is fit.")
    anouk.tap(anouk.page.locator(".reply button.btn-icon"))
    assert anouk.taps == 2
    assert Message.objects.filter(conversation=talk, corner="school").get().text == "Hij is fit."
    assert anouk.page.locator(".bubble.school").inner_text().count("Hij is fit.") == 1


def test_the_whole_of_it_fits_a_narrow_phone_in_arabic(cast: Cast, visit: Visit, javascript: bool) -> None:
    talk = asked(cast)
    cast.naima.speak("ar")
    naima = visit(cast.naima, width=320, javascript=javascript)
    for path in (
        "/berichten/",
        "/berichten/nieuw/",
        talk.get_absolute_url(),
        f"{talk.get_absolute_url()}praten/",
    ):
        naima.open(path)
        assert naima.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert naima.page.evaluate("document.documentElement.dir") == "rtl"


def test_the_bar_that_answers_leaves_room_to_read_on_a_narrow_phone(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    """One line of 44 px targets below who reads it; words, once there are any, have a line of their own."""
    talk = asked(cast)
    for who, hat, tallest in ((cast.naima, "home", 150), (cast.anouk, "school", 215)):
        reader = visit(who, hat, width=320, javascript=javascript).open(talk.get_absolute_url())
        bar, field = (reader.page.locator(css) for css in (".reply", ".reply textarea[name=text]"))
        targets = reader.page.locator(".reply-line > .round, .reply-line > .btn, .reply textarea[name=text]")
        boxes = [target.bounding_box() or {} for target in targets.all()]
        assert len(boxes) == 4 and len({round(box["y"] + box["height"]) for box in boxes}) == 1
        assert all(min(box["width"], box["height"]) >= 44 for box in boxes)
        assert (bar.bounding_box() or {})["height"] <= tallest
        field.fill("Dag")
        assert (field.bounding_box() or {})["width"] > 280
