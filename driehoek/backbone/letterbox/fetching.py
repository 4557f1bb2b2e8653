"""A mailbox on another server (IMAP, RFC 3501): what lies there is kept here first, and then taken away."""

import datetime as dt
import imaplib
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from driehoek.backbone.letterbox.door import LARGEST, addressed_to, receive
from driehoek.backbone.letterbox.letters import Letter
from driehoek.backbone.notifications.return_addresses import is_our_mailbox
from driehoek.base.core.models.alarm import ring

logger = logging.getLogger(__name__)
TIMEOUT = 20  # seconds
MOST = 200  # letters in one go
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
KEY = re.compile(rb"UID (\d+)")
BROKEN = (imaplib.IMAP4.error, OSError, ValueError)


def fetch(url: str, *, clock: Callable[[], dt.datetime]) -> int:
    """Gives how many came in. Whatever goes wrong on the way: the letter still lies there next minute, and
    one that was kept already is not kept twice."""
    kept = 0
    try:
        with mailbox(url) as box:
            for uid in box.waiting()[:MOST]:
                kept += box.take(uid, clock())
            box.tidy()
    except Refused as refused:
        ring("letterbox.imap", str(refused), at=clock())
    except BROKEN as broken:
        logger.warning("the mailbox does not answer (%s): next time", type(broken).__name__)
    return kept


class Refused(Exception):
    """The server does not let us in: somebody must look at the settings."""


class Mailbox:
    """One folder, opened. A server that says nothing useful about a letter is asked again another time."""

    def __init__(self, line: imaplib.IMAP4) -> None:
        self.line = line

    def waiting(self) -> list[str]:
        _answer, found = self.line.uid("SEARCH", "UNSEEN UNDELETED")
        return [key.decode() for key in (found[0] or b"").split() if key.isdigit()]

    def take(self, uid: str, now: dt.datetime) -> int:
        """Keep it, then mark it; of what is not for us only that we have seen it."""
        size = self._size(uid)
        if size is None:
            return 0
        is_cut = size > LARGEST
        raw = self._bytes(uid, "BODY.PEEK[HEADER]" if is_cut else "BODY.PEEK[]")
        if not raw or (not is_cut and len(raw) < size // 2):  # half a letter is none
            return 0
        letter = Letter(raw)
        addresses = addressed_to(letter)
        if not addresses and _is_a_report(letter):
            addresses = [letter.header("To")]
        kept = receive(raw, addresses, at=now, is_cut=is_cut)
        flags = r"(\Seen \Deleted)" if addresses else r"(\Seen)"
        self.line.uid("STORE", uid, "+FLAGS", flags)
        return kept

    def tidy(self) -> None:
        self.line.expunge()

    def _size(self, uid: str) -> int | None:
        answer = self._fetch(uid, "(UID RFC822.SIZE)")
        whole = b" ".join(part if isinstance(part, bytes) else b" ".join(part) for part in answer)
        key, size = KEY.search(whole), SIZE.search(whole)
        return int(size[1]) if size and key and key[1] == uid.encode() else None

    def _bytes(self, uid: str, what: str) -> bytes:
        """Only when it is the letter that was asked for."""
        for part in self._fetch(uid, f"(UID {what})"):
            if isinstance(part, tuple) and (key := KEY.search(part[0])) and key[1] == uid.encode():
                return part[1]
        return b""

    def _fetch(self, uid: str, what: str) -> list[bytes | tuple[bytes, bytes]]:
        _answer, found = self.line.uid("FETCH", uid, what)
        return [part for part in found if part is not None]


def _is_a_report(letter: Letter) -> bool:
    return is_our_mailbox(letter.header("To")) and letter.message.get_content_type() == "multipart/report"


@contextmanager
def mailbox(url: str) -> Iterator[Mailbox]:
    """imaps://user:password@host:993/INBOX; imap:// with STARTTLS where the server offers it."""
    place = urlsplit(url)
    plain = place.scheme == "imap"
    opened = imaplib.IMAP4 if plain else imaplib.IMAP4_SSL
    line = opened(place.hostname or "", place.port or (143 if plain else 993), timeout=TIMEOUT)
    try:
        if plain and "STARTTLS" in line.capabilities:
            line.starttls()
        _log_in(line, unquote(place.username or ""), unquote(place.password or ""))
        line.select(unquote(place.path.strip("/")) or "INBOX")
        yield Mailbox(line)
    finally:
        _hang_up(line)


def _log_in(line: imaplib.IMAP4, name: str, password: str) -> None:
    try:
        line.login(name, password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise Refused("the mail server refuses our name or password") from None


def _hang_up(line: imaplib.IMAP4) -> None:
    """Close what may be broken already."""
    try:
        line.logout()
    except BROKEN:
        line.shutdown()
