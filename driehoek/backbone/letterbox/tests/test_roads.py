"""Two roads to one door: our own listener, and a mailbox elsewhere. Neither loses a letter."""

import asyncio
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from django.db import connection

from driehoek.backbone.letterbox.door import LARGEST
from driehoek.backbone.letterbox.fetching import fetch
from driehoek.backbone.letterbox.listening import listen
from driehoek.backbone.letterbox.models import Arrival, Response
from driehoek.backbone.letterbox.tests.post import news, reply, said, work
from driehoek.base.core.models import Alarm
from tests.cast import NOW, Cast
from tests.servers.imap import MailboxServer, Mood, mailbox_server


@contextmanager
def listener() -> Iterator[int]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(listen("127.0.0.1", 0), loop).result(10)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


@pytest.mark.django_db(transaction=True)
def test_our_listener_keeps_a_reply_and_refuses_everything_else(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima)
    address = str(letter["To"])
    with listener() as port, smtplib.SMTP("127.0.0.1", port, timeout=20) as line:
        assert not line.sendmail(cast.naima.email, [address], bytes(letter))
        line.sendmail(cast.naima.email, [address.upper()], bytes(letter))  # the same again
        for nobody in (
            "iemand@driehoek.example",
            address.replace("+r", "+rx"),
            "antwoord+rzz@post.driehoek.example",
        ):
            with pytest.raises(smtplib.SMTPRecipientsRefused):
                line.sendmail(cast.naima.email, [nobody], bytes(letter))
        with pytest.raises(smtplib.SMTPException):
            line.sendmail(cast.naima.email, [address], b"x" * 100, mail_options=[f"SIZE={LARGEST + 1}"])
    assert Arrival.objects.count() == 1
    work()
    assert said() == ["Wat leuk!"]


@pytest.mark.django_db(transaction=True)
def test_a_letter_without_a_way_back_is_one_of_a_server(cast: Cast) -> None:
    """RFC 3834: never answer what comes from <>; the letter itself may not say so."""
    news(cast)
    letter = reply(cast.naima, "Ik ben er niet.")
    with listener() as port, smtplib.SMTP("127.0.0.1", port, timeout=20) as line:
        line.sendmail("", [str(letter["To"])], bytes(letter))
    work()
    assert said() == [] and Arrival.objects.get().reason == "automatic"


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_kept_is_not_thanked_for(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    news(cast)
    letter = reply(cast.naima)
    with listener() as port, smtplib.SMTP("127.0.0.1", port, timeout=20) as line:
        with connection.schema_editor() as editor:
            editor.alter_db_table(Arrival, "letterbox_arrival", "away")
        try:
            with pytest.raises(smtplib.SMTPDataError) as refused:
                line.sendmail(cast.naima.email, [str(letter["To"])], bytes(letter))
        finally:
            with connection.schema_editor() as editor:
                editor.alter_db_table(Arrival, "away", "letterbox_arrival")
        assert refused.value.smtp_code == 451
        line.sendmail(cast.naima.email, [str(letter["To"])], bytes(letter))
    assert Arrival.objects.count() == 1


@pytest.fixture
def box(cast: Cast) -> Iterator[MailboxServer]:
    news(cast)
    with mailbox_server() as server:
        yield server


def look(box: MailboxServer) -> None:
    fetch(box.url, clock=lambda: NOW)
    work()


@pytest.mark.django_db
def test_a_letter_in_a_mailbox_elsewhere_is_taken_and_others_are_left(cast: Cast, box: MailboxServer) -> None:
    box.put(bytes(reply(cast.naima)))
    stranger = box.put(b"From: x@y.example\r\nTo: antwoord@post.driehoek.example\r\n\r\nKoop nu\r\n")
    look(box)
    assert said() == ["Wat leuk!"]
    assert [one.uid for one in box.kept] == [stranger.uid] and not box.waiting()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "mood",
    [
        Mood.DROPS_IN_LETTER,
        Mood.DROPS_AFTER_LETTER,
        Mood.GIVES_HALF,
        Mood.GIVES_ANOTHER,
        Mood.INVENTS,
        Mood.FORGETS,
    ],
)
def test_a_server_that_drops_or_lies_costs_no_letter_and_doubles_none(
    cast: Cast, box: MailboxServer, mood: Mood
) -> None:
    for text in ("Een", "Twee"):
        box.put(bytes(reply(cast.naima, text)))
    box.mood = mood
    for _time in range(3):
        look(box)
    box.mood = Mood.WELL
    look(box)
    assert sorted(said()) == ["Een", "Twee"]
    assert not box.kept and not Alarm.objects.exists()


@pytest.mark.django_db
def test_a_server_that_does_not_let_us_in_rings(cast: Cast, box: MailboxServer) -> None:
    box.put(bytes(reply(cast.naima)))
    box.mood = Mood.REFUSES
    look(box)
    look(box)
    assert Alarm.objects.get().thing == "letterbox.imap"
    assert len(box.kept) == 1


@pytest.mark.django_db
def test_a_server_that_is_away_is_asked_again(cast: Cast, box: MailboxServer) -> None:
    assert fetch("imap://a:b@127.0.0.1:1/INBOX", clock=lambda: NOW) == 0
    assert not Alarm.objects.exists()


@pytest.mark.django_db
def test_of_a_letter_that_is_too_large_only_the_head_is_taken(cast: Cast, box: MailboxServer) -> None:
    box.claims = LARGEST + 1
    box.put(bytes(reply(cast.naima)))
    look(box)
    assert said() == [] and Response.objects.get().kind == "large" and not box.kept
