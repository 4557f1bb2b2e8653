"""The servers do what the tests will rely on."""

import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from tests.servers import chromium
from tests.servers.postgresql import programs
from tests.servers.smtp import Mood, Postman, post_office


@pytest.fixture
def postman() -> Iterator[Postman]:
    with post_office() as office:
        yield office


def send(postman: Postman) -> None:
    message = EmailMessage()
    message["Subject"] = "Zwemles"
    message["From"], message["To"] = "school@driehoek.example", "naima@example.org"
    message.set_content("Handdoek mee")
    with smtplib.SMTP(postman.host, postman.port, timeout=5) as smtp:
        smtp.send_message(message)


def test_mail_arrives_as_it_was_sent(postman: Postman) -> None:
    send(postman)
    assert postman.messages[0]["Subject"] == "Zwemles"
    assert postman.recipients == [["naima@example.org"]]


@pytest.mark.parametrize(("mood", "code"), [(Mood.BUSY, 421), (Mood.GREYLISTS, 450), (Mood.REFUSES, 550)])
def test_a_moody_server_refuses_with_its_code_and_keeps_nothing(
    postman: Postman, mood: Mood, code: int
) -> None:
    postman.mood = mood
    with pytest.raises(smtplib.SMTPResponseException) as refused:
        send(postman)
    assert refused.value.smtp_code == code
    assert not postman.raw


@pytest.mark.parametrize(("mood", "kept"), [(Mood.DROPS, 0), (Mood.DIES, 0), (Mood.DROPS_AFTER, 1)])
def test_a_dropped_line_leaves_the_sender_unsure(postman: Postman, mood: Mood, kept: int) -> None:
    postman.mood = mood
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(postman)
    assert len(postman.raw) == kept


def test_a_slow_server_is_slow(postman: Postman) -> None:
    postman.delay = 0.3
    before = time.monotonic()
    send(postman)
    assert time.monotonic() - before >= 0.3


@pytest.mark.slow
def test_postgresql_runs_a_command_with_its_address_and_passes_on_how_it_ended() -> None:
    """Runs where the server's programs are, which bin/test sees to."""
    asks = "import os, sys; sys.exit(7 if 'postgresql://' in os.environ['DRIEHOEK_DATABASE_URL'] else 1)"
    command = [sys.executable, "-m", "tests.servers.postgresql", sys.executable, "-c", asks]
    assert programs().is_dir()
    assert subprocess.run(command).returncode == 7


@pytest.mark.browser
def test_the_browser_opens_a_page() -> None:
    with chromium.browser() as browser:
        page = browser.new_page()
        page.set_content("<h1>Dag</h1>")
        assert page.inner_text("h1") == "Dag"
