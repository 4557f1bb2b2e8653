"""What servers report: a mail did not arrive (RFC 3464), or somebody does not want it (RFC 5965)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from uuid import UUID

from driehoek.backbone.letterbox.letters import Letter

STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
WRONG = ("5.0.0", "5.1.", "5.2.1", "5.4.4")  # no such address; the others are about a letter or a full box
OURS = re.compile(r"<([0-9a-f-]{36})@")
UNWANTED = {"abuse", "fraud", "opt-out", "opt-out-list", "other"}  # "not-spam" takes one back


@dataclass(frozen=True)
class Bounce:
    """How the delivery of one mail ended, as a server says."""

    status: str

    @property
    def is_final(self) -> bool:
        return self.status.startswith("5")

    @property
    def blames_the_address(self) -> bool:
        return self.status.startswith(WRONG)


def bounce_in(letter: Letter) -> Bounce | None:
    """None when it says nothing of the kind: it is underway, or somebody is on holiday."""
    for fields in _fields(letter.message, "message/delivery-status"):
        action = str(fields.get("Action", "")).strip().lower()
        if action:
            status = STATUS.search(str(fields.get("Status", "")))
            final = "5.0.0" if action == "failed" else "4.0.0"
            return Bounce(status[1] if status and action == "failed" else final)
    if letter.message.get_content_type() == "multipart/report" or not _is_from_a_server(letter):
        return None
    found = STATUS.search(f"{letter.header('Subject')} {letter.text[:5000]}")
    return Bounce(found[1]) if found else None


def _is_from_a_server(letter: Letter) -> bool:
    return any(sender.startswith(("mailer-daemon@", "postmaster@")) for sender in letter.senders)


def complained_of(letter: Letter) -> UUID | None:
    """Which of our mails somebody called unwanted."""
    kinds = [
        str(fields.get("Feedback-Type", "")).lower()
        for fields in _fields(letter.message, "message/feedback-report")
    ]
    if not set(kinds) & UNWANTED:
        return None
    for part in letter.message.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            if found := OURS.search(str(part).lower().partition("message-id:")[2]):
                return UUID(found[1])
    return None


def _fields(message: Message, kind: str) -> Iterator[Message]:
    """The blocks of fields in the parts of this kind."""
    for part in message.walk():
        if part.get_content_type() != kind:
            continue
        payload = part.get_payload()
        yield from [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
