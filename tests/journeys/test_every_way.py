"""F7 and F9, and the same by text message and on paper: news comes the way a family chose, is of use before
anybody taps, and is answered from where it came."""

import io
import re
import time

import pytest
import time_machine
import zxingcpp
from django.urls import reverse
from PIL import Image
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.tests.steps import answers_in
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import PollAnswer
from driehoek.features.paper.tests.steps import ask_all, shared, tell
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press
from tests.journeys.visitor import Visitor
from tests.servers.smtp import Postman
from tests.servers.texting import Carrier

pytestmark = pytest.mark.django_db(transaction=True)
READERS = pytest.mark.parametrize(
    ("language", "javascript"), [("nl", True), ("ar", False)], ids=["nl-with-scripts", "ar-without-scripts"]
)
OUTING, YES, NO = "Mag je kind mee naar Naturalis?", "Ja, mag mee", "Nee"
MOBILE = "+31612345678"


@pytest.fixture(autouse=True)
def here(settings: Settings, live_server: LiveServer) -> None:
    """What is sent leads to this server."""
    settings.SITE_URL = live_server.url


def asked(cast: Cast) -> None:
    """Juf Anouk asks who may come along."""
    ask_all(cast.anouk, cast.groep_5, OUTING, YES, NO)
    tell()


def mail_to(person: Person, postman: Postman) -> str:
    both = zip(postman.messages, postman.recipients, strict=True)
    found = [message for message, to in both if to == [person.email]]
    return str(found[-1].get_body(("plain",)).get_content())  # type: ignore[union-attr]


def said_by(person: Person) -> list[str]:
    return list(PollAnswer.objects.filter(person=person).values_list("option__text", flat=True))


def path_in(visitor_home: str, text: str) -> str:
    """The address in a text message."""
    (link,) = re.findall(rf"{re.escape(visitor_home)}(/\S+)", text)
    return str(link)


@READERS
def test_f7_an_outing_is_agreed_to_from_the_mail_with_one_press_of_a_key(
    cast: Cast, visit: Visit, javascript: bool, postman: Postman, language: str
) -> None:
    cast.naima.speak(language)
    asked(cast)
    while deliver_due("email", clock=lambda: NOW):
        pass
    path = next(iter(answers_in(mail_to(cast.naima, postman)).values()))
    anyone = visit(javascript=javascript).open(path)  # the link stands for the sign-in
    assert anyone.page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert not PollAnswer.objects.exists()  # a scanner of links may open it
    press(anyone, anyone.page.get_by_role("button", name=YES))
    anyone.page.get_by_role("status").first.wait_for()
    assert said_by(cast.naima) == [YES] and anyone.taps == 1 and said_by(cast.rachid) == []


@READERS
def test_f9_the_mail_of_friday_is_of_use_without_a_tap_and_answered_with_one(
    cast: Cast, visit: Visit, javascript: bool, postman: Postman, language: str
) -> None:
    cast.naima.speak(language)
    for kind in ("news", "tasks"):
        wish(cast.naima, "weekly", category=kind)
    for number in range(4):
        shared(cast.anouk, cast.groep_5, title=f"Bruggen {number}", ask=f"Wat droeg brug {number}?")
    asked(cast)
    run(NOW)
    with time_machine.travel(FRIDAY, tick=False):
        run(FRIDAY)
        text = mail_to(cast.naima, postman)
        assert 1 <= text.count("Wat droeg brug") <= 3 and text.count("Bruggen") >= 4  # read without a tap
        path = next(iter(answers_in(text).values()))
        anyone = visit(javascript=javascript).open(path)
        anyone.tap(anyone.page.get_by_role("button", name=YES))
        anyone.page.get_by_role("status").first.wait_for()
    assert said_by(cast.naima) == [YES] and anyone.taps == 1


def texted(cast: Cast, carrier: Carrier) -> str:
    """What comes on her telephone."""
    Person.objects.update(mobile="")
    Person.objects.filter(pk=cast.naima.pk).update(mobile=MOBILE)
    for kind in ("news", "tasks"):
        prefer(cast.naima, category=kind, channel="sms", rhythm="now")
    asked(cast)
    while deliver_due("sms", clock=lambda: NOW):
        pass
    (text,) = carrier.taken
    return str(text["text"])


@READERS
def test_a_text_message_opens_one_page_to_read_and_two_taps_answer_it(
    cast: Cast, visit: Visit, javascript: bool, carrier: Carrier, language: str
) -> None:
    cast.naima.speak(language)
    text = texted(cast, carrier)
    reader = visit(javascript=javascript, width=320)
    path = path_in(reader.home, text)
    assert path.startswith("/lees/")
    assert "Sterk!" in reader.open(path).reads() and reader.taps == 0
    assert reader.page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    reader.tap(reader.page.locator("main a[href^='/antwoord/']"))
    reader.tap(reader.page.get_by_role("button", name=YES))
    reader.page.get_by_role("status").first.wait_for()
    assert said_by(cast.naima) == [YES] and reader.taps == 2
    stranger = visit(javascript=javascript)
    assert stranger.page.goto(f"{reader.home}{path[:-2]}/").status == 404  # type: ignore[union-attr]


def test_ja_by_text_message_answers_without_any_page(cast: Cast, carrier: Carrier) -> None:
    texted(cast, carrier)
    said = {"type": "message", "from": MOBILE, "text": "ja", "id": "1"}
    for _twice in range(2):
        assert carrier.brings(time.time(), said).json()["reply"] == "Je keuze is bewaard."
    assert said_by(cast.naima) == [YES]


def scanned(page_with_letter: Visitor) -> str:
    """What a camera reads on the letter: a path here."""
    picture = page_with_letter.page.locator(".news").first.screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return str(found.text.removeprefix(page_with_letter.home))


@READERS
def test_a_letter_is_chosen_printed_given_along_read_with_a_camera_and_answered_on_its_strip(
    cast: Cast, visit: Visit, javascript: bool, language: str
) -> None:
    cast.naima.speak(language)
    mother = visit(cast.naima, javascript=javascript).open(reverse("choices:own"))
    mother.tap(mother.page.locator("label", has=mother.page.locator("[name=paper][value=weekly]")))
    mother.tap(mother.page.locator("form button.btn-l").last)
    assert mother.taps == 2
    asked(cast)
    anouk = visit(cast.anouk, "school", javascript=javascript, width=900)
    anouk.open(reverse("paper:group", args=[cast.groep_5.pk])).tap("Maak de brieven")
    assert OUTING in anouk.reads() and anouk.taps == 1
    path = scanned(anouk)
    anouk.open(reverse("paper:group", args=[cast.groep_5.pk])).tap("Alles is meegegeven")
    letter = PaperLetter.objects.get()
    assert letter.handed_by == cast.anouk and anouk.taps == 2
    finder = visit(javascript=javascript).open(path)  # whoever holds it reads it, and answers nothing
    assert path.startswith("/brief/") and "Sterk!" in finder.reads() and finder.taps == 0
    assert finder.page.get_by_role("button").count() == 0 and cast.naima.full_name not in finder.reads()
    anouk.tap("Strookje").tap(anouk.page.get_by_role("button", name=YES))
    assert anouk.sees("Het antwoord is bewaard.") and anouk.taps == 4
    assert said_by(cast.naima) == [YES] and said_by(cast.rachid) == []
