"""F7: what came by mail is answered from the mail, in two taps and without signing in; also in Arabic."""

from pathlib import Path

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from driehoek.backbone.letterbox.handling import handle_due
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.features.absences.models import MorningAnswer
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import written
from driehoek.surfaces.demo.postbox import mails
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
MORNING = NOW.replace(hour=7, minute=15)


@pytest.fixture(autouse=True)
def post_box(settings: Settings, tmp_path: Path, live_server: LiveServer) -> None:
    """All mail lies in the post box of the demo, and leads to this server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH, settings.SITE_URL = str(tmp_path), live_server.url
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"


def opened(reader: Visitor, person: Person) -> Visitor:
    """Her newest mail, opened in the post box: she is signed in to nothing."""
    key = next(mail.key for mail in mails() if mail.to == person.email)
    return reader.open(f"/demo/postbus/{key}/")


@pytest.mark.parametrize(
    ("mother", "child", "button", "done"),
    [
        ("naima", "yusuf", "Nee, nog ziek", "Beterschap! School weet het."),
        ("rania", "omar", "لا، ما زال", "سلامتك"),
    ],
    ids=["nl", "ar"],
)
def test_whether_she_is_better_is_answered_from_the_mail_in_two_taps(
    cast: Cast, visit: Visit, javascript: bool, mother: str, child: str, button: str, done: str
) -> None:
    person = getattr(cast, mother)
    ill(getattr(cast, child), by=person, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(MORNING)
    bring(MORNING)
    reader = opened(visit(javascript=javascript), person)
    reader.tap("kies=ill")
    reader.tap(button)
    assert done in reader.reads()
    assert reader.taps == 2
    assert MorningAnswer.objects.get().still_ill and MorningAnswer.objects.get().by == person


def test_a_message_of_school_is_answered_in_words_in_one_tap(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    talk = written(cast, cast.naima)
    bring(NOW)
    reader = opened(visit(javascript=javascript), cast.naima)
    assert "Yusuf las vandaag hardop voor." in reader.reads()
    reader.fill("Je antwoord", "Wat fijn om te lezen!")
    reader.tap("Verstuur")
    assert "Je mail is weg." in reader.reads() and reader.taps == 1
    handle_due(clock=clock.now)
    said = Message.objects.filter(conversation=talk).latest("pk")
    assert (said.text, said.author) == ("Wat fijn om te lezen!", cast.naima)
    anouk = visit(cast.anouk, "school", javascript=javascript).open(talk.get_absolute_url())
    assert "Wat fijn om te lezen!" in anouk.reads()
