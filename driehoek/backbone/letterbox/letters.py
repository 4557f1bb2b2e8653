"""A letter taken apart: who wrote it, what it says, what comes with it. Reading it never fails."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from functools import cached_property

from charset_normalizer import from_bytes
from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.backbone.letterbox.markup import words_of
from driehoek.backbone.letterbox.quoting import own_words

SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
LOGO = 12_000  # bytes: a smaller picture between the words belongs to somebody's signature
READ = 200_000  # characters of a part: whoever writes more is told that it is too long
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class Letter:
    """The message as it came in."""

    def __init__(self, raw: bytes) -> None:
        self.message = _taken_apart(raw)

    def header(self, name: str) -> str:
        """As text on one line; empty when it is missing or mangled."""
        try:
            return " ".join(str(self.message.get(name, "")).split())
        except Exception:  # the standard library stumbles over some of what arrives
            return ""

    @property
    def message_id(self) -> str:
        return self.header("Message-ID")[:500]

    @cached_property
    def senders(self) -> set[str]:
        found = getaddresses([self.header("From"), self.header("Sender")])
        return {address.lower() for _name, address in found if "@" in address}

    def is_from(self, address: str) -> bool:
        """Whether everybody who claims to have sent it is this one."""
        return bool(address) and self.senders == {address.lower()}

    @cached_property
    def text(self) -> str:
        """What its writer typed, without what she answers and without her signature."""
        plain = "\n".join(self._texts("text/plain"))
        if plain.strip():
            return own_words(_clean(plain))
        return own_words(_clean("\n".join(words_of(html) for html in self._texts("text/html"))))

    def _texts(self, kind: str) -> Iterator[str]:
        for part in _parts(self.message):
            if part.get_content_type() == kind and not _is_file(part):
                yield _decoded(part)

    @cached_property
    def files(self) -> list[SimpleUploadedFile]:
        """What was sent along, under the names it had."""
        return [
            SimpleUploadedFile(_name(part), _bytes(part))
            for part in _parts(self.message)
            if _is_file(part) and not _belongs_to_a_signature(part)
        ]


def _taken_apart(raw: bytes) -> Message:
    """Of parts in parts in parts without end, only what stands above them."""
    try:
        return message_from_bytes(raw, policy=policy.default)
    except RecursionError:
        head = BytesHeaderParser(policy=policy.default).parsebytes(raw)
        del head["Content-Type"]
        head.set_payload("")
        return head


def _parts(message: Message) -> Iterator[EmailMessage]:
    """The leaves, but not those of another letter inside it."""
    if message.get_content_maintype() == "message":
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part)
    elif isinstance(message, EmailMessage):
        yield message


def _is_file(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return not is_text or part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _belongs_to_a_signature(part: EmailMessage) -> bool:
    if part.get_content_type() in SIGNATURES:
        return True
    is_between = part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"
    return is_between and part.get_content_maintype() == "image" and len(_bytes(part)) < LOGO


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: EmailMessage) -> str:
    """In the alphabet it names; when that is none, in the one it looks like."""
    raw = _bytes(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8")[:READ]
    except (LookupError, ValueError):
        return str(from_bytes(raw[:READ]).best() or raw[:READ].decode("utf-8", "replace"))


def _name(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # mangled like any other header
        name = ""
    return FORBIDDEN.sub("", name).replace("/", " ").strip(". ")[-90:] or "bestand"


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
