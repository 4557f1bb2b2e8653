"""Every mail that left: read back from the files in which the demo keeps them instead of sending them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.lines import line_of
from driehoek.backbone.notifications.return_addresses import behind, ours_in
from driehoek.base.shell.fields import Area, Words

FOLDER = "mail"
BETWEEN = re.compile(rb"^-{79}\n", re.MULTILINE)  # what Django's file backend writes after each message
MOST = 400  # letters on one page
DIGEST = "/meldingen/uit/overzicht/"  # what ends one; stands in its head


@dataclass(frozen=True)
class Mail:
    """One message as it would have gone out."""

    key: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def to(self) -> str:
        return str(self.message["To"])

    @property
    def at(self) -> dt.datetime:
        """Mail writes UTC without saying so: "-0000"."""
        return parsedate_to_datetime(str(self.message["Date"])).replace(tzinfo=dt.UTC)

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    @property
    def headers(self) -> list[tuple[str, str]]:
        """What a mail program acts on without showing it."""
        shown = ("Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Language")
        return [(name, str(self.message[name])) for name in shown if self.message[name]]

    @property
    def is_digest(self) -> bool:
        return DIGEST in str(self.message["List-Unsubscribe"])

    @property
    def reply_to(self) -> str:
        return str(self.message["Reply-To"] or "")

    def is_read_by_school(self, now: dt.datetime) -> bool:
        """Whether an answer has somewhere to go; to other mails only a mail comes back that says so."""
        told = [found[1] for address in ours_in(self.reply_to) if (found := behind(address))]
        lines = [(one, line) for one in told if (line := line_of(one.entry))]
        return any(line.is_for(Viewer(one.person, "home", now)) for one, line in lines)

    def answered(self, text: str) -> bytes:
        """What a mail program sends: her words above ours. Sent twice, it is the same letter."""
        asked, answer = str(self.message["Message-ID"]), EmailMessage()
        name = sha256(f"{asked} {text}".encode()).hexdigest()
        answer["From"], answer["To"], answer["Subject"] = self.to, self.reply_to, f"Re: {self.subject}"
        answer["Message-ID"], answer["In-Reply-To"] = f"<{name}@post.example>", asked
        quoted = "\n".join(f"> {line}" for line in self.text.splitlines())
        answer.set_content(f"{text}\n\nOp {self.at:%d-%m-%Y} schreef Driehoek <{self.reply_to}>:\n{quoted}\n")
        return bytes(answer)

    def _body(self, kind: str) -> str:
        part = self.message.get_body(preferencelist=(kind,))
        return str(part.get_content()) if isinstance(part, EmailMessage) else ""


class ReplyForm(forms.Form):
    """What somebody types under a mail."""

    text = Words(label=_("Je antwoord"), max_length=2_000, widget=Area(rows=4))


def digests() -> list[Mail]:
    """They are few, and would drown in the rest."""
    files = [file for file in newest() if DIGEST.encode() in file.read_bytes()]
    return [mail for file in files for mail in reversed(list(read(file))) if mail.is_digest][:MOST]


def mails() -> list[Mail]:
    """The newest first."""
    found: list[Mail] = []
    for file in newest():
        found += reversed(list(read(file)))
        if len(found) >= MOST:
            break
    return sorted(found, key=lambda mail: mail.at, reverse=True)[:MOST]


def find_mail(key: str) -> Mail | None:
    """The mail with this key; None when there is none. A key that is no file name finds nothing."""
    name, _dot, number = key.rpartition(".")
    file = folder() / f"{name}.log"
    if not re.fullmatch(r"[\w-]+", name) or not file.exists():
        return None
    return next((mail for mail in read(file) if mail.key == key), None)


def newest() -> list[Path]:
    return sorted(folder().glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)


def read(file: Path) -> Iterator[Mail]:
    """One file holds the mails of one connection."""
    for number, raw in enumerate(BETWEEN.split(file.read_bytes())):
        if raw.strip():
            message = message_from_bytes(raw, policy=policy.default)
            if isinstance(message, EmailMessage):
                yield Mail(f"{file.stem}.{number}", message)


def folder() -> Path:
    return Path(getattr(settings, "EMAIL_FILE_PATH", None) or settings.VAR / FOLDER)
