"""A mail is written by us as Django writes it: whoever reads it, reads the same."""

import smtplib
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from uuid import UUID

import pytest
from django.core.mail import EmailMultiAlternatives
from hypothesis import given
from hypothesis import strategies as st

from driehoek.backbone.notifications.channels import email, writing
from driehoek.backbone.notifications.channels.outcome import Unsendable
from driehoek.backbone.notifications.letter import Rendered

ODD = ["naïma@thuis.example", "naima@thüis.example", '"een naam"@thuis.example', "naima@[127.0.0.1]"]
ADDRESSES = st.sampled_from(["naima@thuis.example", "n.a+b_c=d@a-b.thuis.example", *ODD])
LONG = "é" * 600 + " =\t \n.\n..\r\n From hier \r" + "a" * 1200
ONE_LINE = "<p>" + "é=. " * 400
TEXTS = st.one_of(st.text(max_size=80), st.sampled_from([LONG, ONE_LINE, ""])).map(
    lambda words: words.encode(errors="ignore").decode()
)


def mail(to: str, subject: str, text: str, html: str) -> EmailMultiAlternatives:
    try:
        return email.compose(
            to, Rendered("nl", subject, text, html), message_id=UUID(int=7),
            one_click_url="https://driehoek.example/uit/" + "x" * 90,
            reply_to="antwoord+r1-abc@post.driehoek.example",
            return_path="antwoord+b1-abc@post.driehoek.example",
        )  # fmt: skip
    except Unsendable:
        return email.compose(to, Rendered("nl", "Nieuws", text, html), message_id=UUID(int=7))


def read(raw: bytes) -> tuple[object, ...]:
    """Everything a reader gets: headers, kinds, and words with one kind of line end."""
    letter = message_from_bytes(raw, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    heads = [
        (name, str(value).strip()) for name, value in letter.items() if name not in ("Content-Type", "Date")
    ]
    parts = [
        (part.get_content_type(), part.get_content_charset(), _words(part)) for part in letter.iter_parts()
    ]
    return heads, letter.get_content_type(), parts


def _words(part: EmailMessage) -> list[str]:
    said = part.get_payload(decode=True)
    assert isinstance(said, bytes)
    return said.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(to=ADDRESSES, subject=st.text(max_size=90), text=TEXTS, html=TEXTS)
def test_it_reads_as_django_would_have_written_it(to: str, subject: str, text: str, html: str) -> None:
    made = mail(to, subject.encode(errors="ignore").decode(), text, html)
    ours, django = writing.written(made), made.message().as_bytes(linesep="\r\n")
    assert read(ours) == read(django)
    assert max(map(len, ours.split(b"\r\n"))) <= writing.LONGEST and b"\n" not in ours.replace(b"\r\n", b"")


@given(to=ADDRESSES)
def test_the_envelope_says_what_django_would_say(to: str) -> None:
    made = email.compose(to, Rendered("nl", "", "", ""), message_id=UUID(int=7))
    assert writing.on_envelope(to) == writing.sanitize_address(to, "utf-8") and made.recipients() == [to]
    assert writing.in_brackets(writing.on_envelope(to)) == smtplib.quoteaddr(writing.on_envelope(to))


def test_what_goes_along_is_left_to_django() -> None:
    made = mail("naima@thuis.example", "Nieuws", "Dag", "<p>Dag</p>")
    made.attach("rooster.txt", "ma di wo", "text/plain")
    assert b"rooster.txt" in writing.written(made)


@pytest.mark.once
def test_it_costs_less_than_half_of_what_django_asks() -> None:
    made = mail("naima@thuis.example", "Nieuws", LONG, f"<p>{LONG * 4}</p>")
    ours = min(_cost(lambda: writing.written(made)) for _turn in range(5))
    assert ours < min(_cost(lambda: made.message().as_bytes(linesep="\r\n")) for _turn in range(5)) / 2


def _cost(write: object) -> float:
    began = time.process_time()
    for _mail in range(20):
        write()  # type: ignore[operator]
    return time.process_time() - began
