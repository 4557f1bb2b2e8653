"""Mail: one receiver a message, as text and as HTML, over one connection for a whole batch."""

import smtplib
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q

from driehoek.backbone.notifications.channels.outcome import Later, Never, Unreachable, Unsendable
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.letter import Letter, Rendered, render
from driehoek.facts.people.models import Person

ADDRESS, CARRIES_WORDS, LOOKS_AT_EACH = "email", True, False
FORBIDDEN = {"Cc", "Zl", "Zp"}  # control characters, and the separators that some servers read as a line end


def reach(people: Iterable[Person]) -> dict[int, str]:
    return {person.pk: person.email for person in people if person.email}


def reached() -> Q:
    return ~Q(email="")


def send_at_once(to: str, letter: Letter, *, language: str) -> None:
    """For what cannot wait in the queue: a code to sign in with, an invitation the office sends by hand.

    Raises NotDelivered when the mail server did not take it.
    """
    with line() as connection:
        send(connection, compose(to, render(letter, language), message_id=uuid4()))


def bring(connection: BaseEmailBackend, parcel: Parcel) -> None:
    """One message of a batch. Raises Later, Unreachable, Never or Unsendable."""
    mail = compose(
        parcel.address,
        parcel.rendered,
        message_id=parcel.message_id,
        one_click_url=parcel.stop_url,
        reply_to=parcel.reply_to,
        return_path=parcel.return_path,
    )
    send(connection, mail)


def compose(
    to: str,
    rendered: Rendered,
    *,
    message_id: UUID,
    one_click_url: str = "",
    reply_to: str = "",
    return_path: str = "",
) -> EmailMultiAlternatives:
    """The finished message. The same id gives the same Message-ID, so that a receiver can fold doubles."""
    headers = {
        "Message-ID": f"<{message_id}@{settings.MAIL_DOMAIN}>",
        "Auto-Submitted": "auto-generated",  # RFC 3834: do not answer this with "I am on holiday"
        "Content-Language": rendered.language,
    }
    if one_click_url:  # RFC 8058
        headers["List-Unsubscribe"] = f"<{one_click_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if reply_to:
        headers["Reply-To"] = reply_to
    if return_path:  # on the envelope; the reader sees who we are
        headers["From"] = settings.DEFAULT_FROM_EMAIL
    for name, value in [("Subject", rendered.subject), ("To", to), *headers.items()]:
        _refuse_control_characters(name, value)
    sender = return_path or None  # else the default
    mail = EmailMultiAlternatives(rendered.subject, rendered.text, sender, [to], headers=headers)
    mail.attach_alternative(rendered.html, "text/html")
    return mail


def _refuse_control_characters(name: str, value: str) -> None:
    """A line end in a header would begin another header: another receiver, another text."""
    if value.isascii() and value.isprintable():
        return
    if any(unicodedata.category(sign) in FORBIDDEN for sign in value):
        raise Unsendable(f"control character in {name}")


@contextmanager
def line() -> Iterator[BaseEmailBackend]:
    """A connection that stays open until the batch is done."""
    connection = get_connection()
    try:
        yield connection
    finally:
        hang_up(connection)


def send(connection: BaseEmailBackend, mail: EmailMultiAlternatives) -> None:
    """Hand one message over. Raises Later, Unreachable or Never."""
    _open(connection)
    try:
        connection.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as refused:
        _give_up(connection, next(iter(refused.recipients.values()))[0])
    except smtplib.SMTPDataError as refused:
        _give_up(connection, refused.smtp_code)
    except (smtplib.SMTPException, OSError) as broken:
        hang_up(connection)
        raise Later(type(broken).__name__) from None


def _open(connection: BaseEmailBackend) -> None:
    """What goes wrong before a receiver is named is never the receiver's fault."""
    try:
        connection.open()
    except (smtplib.SMTPException, OSError) as broken:
        hang_up(connection)
        raise Unreachable(type(broken).__name__) from None


def _give_up(connection: BaseEmailBackend, code: int) -> None:
    """RFC 5321 4.2.1: 4yz is for now, 5yz is for good; 421 closes the line."""
    hang_up(connection)
    if code == 421:
        raise Unreachable(str(code)) from None
    raise (Never if code >= 500 else Later)(str(code)) from None


def hang_up(connection: BaseEmailBackend) -> None:
    """Close what may be broken already."""
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        connection.connection = None  # type: ignore[attr-defined]  # the SMTP backend's own socket
