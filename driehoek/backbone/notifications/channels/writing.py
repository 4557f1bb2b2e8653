"""A mail as the bytes that go out: what Django makes of it, without taking each address and line apart anew.
Most of what a mail costs of the processor went there."""

import re
import smtplib
from binascii import b2a_qp
from collections.abc import Iterator
from email.utils import formatdate
from functools import lru_cache
from secrets import token_hex

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.message import forbid_multi_line_headers, sanitize_address

LONGEST = 998  # bytes on a line: RFC 5322 2.1.1
ATOM, NAME = "[a-z0-9_+=-]+", r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
SIMPLE = re.compile(rf"{ATOM}(\.{ATOM})*@({NAME}\.)+[a-z]{{2,}}", re.IGNORECASE | re.ASCII)
SHORT = 60
ADDRESSES = {"From", "To", "Reply-To"}
ENCODING = "utf-8"


def written(mail: EmailMessage) -> bytes:
    """With lines that end as on the wire."""
    return _swiftly(mail) or mail.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]  # of Django's own


def on_envelope(address: str) -> str:
    """As a mail server wants it."""
    return address if SIMPLE.fullmatch(address) else str(sanitize_address(address, ENCODING))


def in_brackets(address: str) -> str:
    """As it stands in MAIL FROM and RCPT TO."""
    return f"<{address}>" if SIMPLE.fullmatch(address) else smtplib.quoteaddr(address)


def _swiftly(mail: EmailMessage) -> bytes | None:
    """None for what only Django knows how to write."""
    if not isinstance(mail, EmailMultiAlternatives) or not _is_usual(mail):
        return None
    edge = f"=={token_hex(16)}=="  # nobody can guess it, so it stands in no text
    (html, kind), text = mail.alternatives[0], mail.body
    parts = _part("text/plain", str(text), edge), _part(kind, str(html), edge)
    return b"".join(("".join(_headers(mail, edge)).encode("ascii"), *parts, f"--{edge}--\r\n".encode()))


def _is_usual(mail: EmailMultiAlternatives) -> bool:
    """As compose() makes them."""
    is_bare = not (mail.attachments or mail.cc or mail.encoding) and "Date" not in mail.extra_headers
    return is_bare and bool(mail.body) and len(mail.alternatives) == 1 and "Message-ID" in mail.extra_headers


def _part(kind: str, words: str, edge: str) -> bytes:
    """As it is, unless a line is longer than a server takes."""
    said, how = (_lines_on_the_wire(words) + "\r\n").encode(), "7bit" if words.isascii() else "8bit"
    if len(max(said.split(b"\r\n"), key=len)) > LONGEST:
        said, how = b2a_qp(said), "quoted-printable"  # whose lines end as the first one here does
    head = (
        f'--{edge}\r\nContent-Type: {kind}; charset="{ENCODING}"\r\nMIME-Version: 1.0\r\n'
        f"Content-Transfer-Encoding: {how}\r\n\r\n"
    )
    return head.encode() + said


def _lines_on_the_wire(words: str) -> str:
    """Each line end as CR LF, whichever it was."""
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")


def _headers(mail: EmailMultiAlternatives, edge: str) -> Iterator[str]:
    """In the order of Django."""
    more = dict(mail.extra_headers)
    yield f'Content-Type: multipart/alternative; boundary="{edge}"\r\nMIME-Version: 1.0\r\n'
    yield _header("Subject", str(mail.subject))
    yield _header("From", str(more.pop("From", mail.from_email)))
    yield _header("To", ", ".join(mail.to))
    if reply_to := more.pop("Reply-To", ", ".join(mail.reply_to)):
        yield _header("Reply-To", str(reply_to))
    yield f"Date: {formatdate(localtime=settings.EMAIL_USE_LOCALTIME)}\r\n"
    for name, value in more.items():
        yield _header(name, str(value))
    yield "\r\n"


def _header(name: str, value: str) -> str:
    is_fine = SIMPLE.fullmatch(value) if name in ADDRESSES else _is_short(value)
    return f"{name}: {value if is_fine else _encoded(name, value)}\r\n"


def _is_short(value: str) -> bool:
    """Nothing to encode, and nowhere to fold."""
    return value.isascii() and value.isprintable() and (len(value) < SHORT or " " not in value)


@lru_cache(maxsize=100)
def _encoded(name: str, value: str) -> str:
    """One fact has one subject. Raises BadHeaderError for a line end."""
    return str(forbid_multi_line_headers(name, value, ENCODING)[1]).replace("\n", "\r\n")
