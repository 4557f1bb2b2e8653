"""A server that takes three commands in one breath gets them so; one that does not is spoken to as ever."""

import smtplib
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.mail import get_connection

from driehoek.backbone.notifications.channels import email
from driehoek.backbone.notifications.channels.outcome import Later, Never, NotDelivered, Unreachable
from driehoek.backbone.notifications.channels.pipelining import Line, SafeLine
from driehoek.backbone.notifications.letter import Rendered
from tests.servers.smtp import Mood, Postman

TEXT = ".\r\n. Een punt.\r\n..\r\nTot morgen.\r\n."


@pytest.fixture(params=[True, False], ids=["in one breath", "one by one"])
def office(postman: Postman, request: pytest.FixtureRequest) -> Iterator[Postman]:
    postman.pipelines = request.param
    yield postman


def send(*texts: str) -> None:
    """Over one line."""
    with email.line() as line:
        for text in texts:
            rendered = Rendered("nl", "Nieuws", text, f"<p>{text}</p>")
            email.send(line, email.compose("naima@thuis.example", rendered, message_id=uuid4()))


def test_every_letter_arrives_as_it_was_written_also_with_dots_alone_on_a_line(office: Postman) -> None:
    send("Een.", TEXT, "Twee.")
    bodies = [str(one.get_body(("plain",)).get_content()) for one in office.messages]  # type: ignore[union-attr]
    assert [body.rstrip("\r\n").splitlines() for body in bodies] == [["Een."], TEXT.splitlines(), ["Twee."]]
    assert office.recipients == [["naima@thuis.example"]] * 3


@pytest.mark.parametrize(
    ("mood", "end"),
    [
        (Mood.KNOWS_NOBODY, Never), (Mood.REFUSES, Never), (Mood.GREYLISTS, Later),
        (Mood.BUSY, Unreachable), (Mood.DROPS, Later),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_in_the_same_words(
    office: Postman, mood: Mood, end: type[NotDelivered]
) -> None:
    office.mood = mood
    with pytest.raises(end):
        send("Een.")
    office.mood = Mood.WELL
    send("Twee.")
    assert len(office.raw) == 1


def test_a_letter_takes_two_rounds_instead_of_four(office: Postman, monkeypatch: pytest.MonkeyPatch) -> None:
    said, speak = list[object](), smtplib.SMTP.send
    monkeypatch.setattr(smtplib.SMTP, "send", lambda line, words: (said.append(words), speak(line, words)))
    with email.line() as line:
        for _the_first_one_says_who_we_are in range(2):
            said.clear()
            email.send(line, email.compose("a@b.example", Rendered("nl", "", "", ""), message_id=uuid4()))
        assert len(said) == (2 if office.pipelines else 4)


def test_a_line_that_is_sealed_from_the_first_word_speaks_alike(postman: Postman) -> None:
    assert get_connection(use_ssl=True).connection_class is SafeLine  # type: ignore[attr-defined]
    assert issubclass(SafeLine, Line) and SafeLine.default_port == smtplib.SMTP_SSL.default_port
