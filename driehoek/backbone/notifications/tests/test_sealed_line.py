"""To a mail server elsewhere words go sealed, over STARTTLS, or they do not go."""

import ssl
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from driehoek.backbone.notifications.channels import email
from driehoek.backbone.notifications.channels.outcome import Unreachable
from driehoek.backbone.notifications.letter import Rendered
from tests.servers.certificate import certificate
from tests.servers.smtp import Postman, post_office


@pytest.fixture
def vouched(tmp_path: Path) -> Path:
    return certificate(tmp_path / "mail.pem")


@pytest.fixture
def office(vouched: Path, settings: Settings) -> Iterator[Postman]:
    """A real server that wants STARTTLS first; ours is told to ask for it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(vouched)
    with post_office(context) as postman:
        settings.EMAIL_BACKEND = "driehoek.backbone.notifications.channels.pipelining.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = postman.host, postman.port, True
        yield postman


def send(*words: str) -> None:
    """Over one line."""
    with email.line() as line:
        for text in words:
            rendered = Rendered("nl", "Nieuws", text, f"<p>{text}</p>")
            email.send(line, email.compose("naima@thuis.example", rendered, message_id=uuid4()))


def test_with_starttls_every_letter_of_a_batch_goes_sealed(
    office: Postman, vouched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(vouched))
    send("Een.", "Twee.")
    bodies = [str(one.get_body(("plain",)).get_content()).strip() for one in office.messages]  # type: ignore[union-attr]
    assert bodies == ["Een.", "Twee."] and office.sealed == [True, True]


def test_a_server_for_which_nobody_vouches_gets_no_word(office: Postman) -> None:
    with pytest.raises(Unreachable, match="SSLCertVerificationError"):
        send("Een.")
    assert office.raw == []


def test_a_server_that_cannot_seal_gets_no_word(postman: Postman, settings: Settings) -> None:
    settings.EMAIL_USE_TLS = True
    with pytest.raises(Unreachable, match="SMTPNotSupportedError"):
        send("Een.")
    settings.EMAIL_USE_TLS = False
    send("Een.")
    assert postman.sealed == [False]
