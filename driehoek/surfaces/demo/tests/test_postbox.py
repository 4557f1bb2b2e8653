"""The post box shows every mail that left, and nothing in a mail can do harm there."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from driehoek.backbone.letterbox.handling import handle_due
from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core import clock
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import written
from driehoek.surfaces.demo.postbox import digests, mails
from tests.cast import NOW, TODAY, Cast


@pytest.fixture
def box(settings: LazySettings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


def send(
    subject: str, text: str = "Dag Naima", html: str = "<p>Dag</p>", head: dict[str, str] | None = None
) -> None:
    letter = mail.EmailMultiAlternatives(subject, text, to=["naima.amrani@thuis.example"], headers=head)
    letter.attach_alternative(html, "text/html")
    letter.send()


def test_every_mail_is_listed_with_its_receiver(cast: Cast, client: Client, box: Path) -> None:
    send("Nieuws van groep 5")
    send("Nieuws van groep 2")
    page = client.get("/demo/postbus/").content.decode()
    assert "Nieuws van groep 5" in page and "Nieuws van groep 2" in page
    assert page.count("naima.amrani@thuis.example") == 2


def test_the_newest_mail_stands_first_whichever_file_was_written_last(box: Path) -> None:
    for hour in (9, 11, 10):
        send(f"Van {hour} uur", head={"Date": f"Thu, 19 Nov 2026 {hour:02}:00:00 -0000"})
    assert [one.subject for one in mails()] == ["Van 11 uur", "Van 10 uur", "Van 9 uur"]


def test_digests_stand_above_the_rest(cast: Cast, client: Client, box: Path) -> None:
    send("Jouw week op school", head={"List-Unsubscribe": f"<{stop_path(cast.naima, 'email')}>"})
    send("Nieuws van groep 5")
    page = client.get("/demo/postbus/").text
    assert page.index("Overzichten") < page.index("Jouw week op school") < page.index("Nieuws van groep 5")
    assert [one.subject for one in digests()] == ["Jouw week op school"]


def test_two_mails_over_one_connection_are_two_mails(cast: Cast, client: Client, box: Path) -> None:
    letters = [
        mail.EmailMessage(f"Nummer {number}", "-" * 79 + "x", to=["a@thuis.example"]) for number in (1, 2)
    ]
    mail.get_connection().send_messages(letters)
    page = client.get("/demo/postbus/").content.decode()
    assert "Nummer 1" in page and "Nummer 2" in page


def test_a_mail_is_shown_as_text_and_the_html_stands_alone(cast: Cast, client: Client, box: Path) -> None:
    send("Welkom", text="<b>niet vet</b>", html="<script>alert(1)</script><p>mooi</p>")
    key = next(box.glob("*.log")).stem + ".0"
    assert "&lt;b&gt;niet vet" in client.get(f"/demo/postbus/{key}/").content.decode()
    alone = client.get(f"/demo/postbus/{key}/html/")
    assert "<p>mooi</p>" in alone.content.decode()
    assert alone["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


@pytest.mark.parametrize("key", ["niets.0", "..%2f..%2fsecret-key.0", "a.b.c", ".0"])
def test_what_is_no_mail_is_not_there(cast: Cast, client: Client, box: Path, key: str) -> None:
    assert client.get(f"/demo/postbus/{key}/").status_code == 404


def test_an_empty_box_says_so(cast: Cast, client: Client, box: Path) -> None:
    assert "Nog geen mail" in client.get("/demo/postbus/").content.decode()


def test_who_answers_a_mail_there_speaks_in_the_conversation(
    cast: Cast, client: Client, box: Path, settings: LazySettings
) -> None:
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"
    talk = written(cast, cast.naima)
    bring(NOW)
    key = next(one.key for one in mails() if one.to == cast.naima.email)
    url = f"/demo/postbus/{key}/"
    assert "Antwoord op deze mail" in client.get(url).text
    assert client.post(url, {"text": ""}).status_code == 422
    for _twice in range(2):
        assert client.post(url, {"text": "Dank je wel.\nTot morgen!"}).url == url
    handle_due(clock=clock.now)
    said = Message.objects.get(conversation=talk, author=cast.naima)
    assert said.text == "Dank je wel.\nTot morgen!"


def test_a_mail_whose_answer_nobody_would_read_takes_none_there(
    cast: Cast, client: Client, box: Path, settings: LazySettings
) -> None:
    """It has an address for replies all the same: who writes there is told that nobody reads it."""
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(NOW.replace(hour=7, minute=15))
    bring(NOW)
    (told,) = [one for one in mails() if one.to == cast.naima.email]
    url = f"/demo/postbus/{told.key}/"
    assert told.reply_to and "Antwoord op deze mail" not in client.get(url).text
    assert client.post(url, {"text": "Hallo?"}).status_code == 422


def test_a_mail_that_nobody_can_answer_takes_no_answer(cast: Cast, client: Client, box: Path) -> None:
    send("Welkom")
    url = f"/demo/postbus/{next(box.glob('*.log')).stem}.0/"
    assert "Antwoord op deze mail" not in client.get(url).text
    assert client.post(url, {"text": "Hallo?"}).status_code == 422
