"""The post box shows every mail that left, and nothing in a mail can do harm there."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.surfaces.demo.postbox import digests
from tests.cast import Cast


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
