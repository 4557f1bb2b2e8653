"""Bytes become letters: which encoding a file is in, without asking the school."""

import codecs
import io
from typing import IO

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading.packs import LARGEST_UNPACKED, Member
from driehoek.facts.schools.roster_import.roster import RosterRefused

MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
CHUNK = 1 << 20
WESTERN = ["cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_9", "cp1254"]


def open_text(member: Member) -> io.TextIOWrapper:
    """The file as text, line ends untouched. Raises RosterRefused when it is not text at all."""
    return io.TextIOWrapper(member.open(), encoding=encoding_of(member), newline="")


def encoding_of(member: Member) -> str:
    """By its mark, else UTF-8 when every byte agrees, else what its letters look like."""
    with member.open() as stream:
        start = stream.read(CHUNK)
    if not start.strip():
        raise RosterRefused(_("Dit bestand is leeg."), member.name)
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return _checked(member, encoding)
    unmarked = _wide(start)
    if unmarked:
        return _checked(member, unmarked)
    if b"\0" in start:
        raise RosterRefused(_("Dit is geen tekstbestand."), member.name)
    return "utf-8" if _decodes(member, "utf-8") else _western(member, start)


def _checked(member: Member, encoding: str) -> str:
    if not _decodes(member, encoding):
        raise RosterRefused(
            _("In dit bestand staan onleesbare letters. Is het heel aangekomen?"), member.name
        )
    return encoding


def _wide(start: bytes) -> str:
    """UTF-16 without a mark: every second byte of western text is zero."""
    sample = start[:2000]
    if sample[1::2].count(0) > len(sample) * 0.4:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > len(sample) * 0.4 else ""


def _decodes(member: Member, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    seen = 0
    try:
        with member.open() as stream:
            while chunk := stream.read(CHUNK):
                seen += len(chunk)
                if seen > LARGEST_UNPACKED:
                    raise RosterRefused(_("Uitgepakt is dit bestand te groot."), member.name)
                if "\0" in decoder.decode(chunk):
                    raise RosterRefused(_("Dit is geen tekstbestand."), member.name)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _western(member: Member, start: bytes) -> str:
    """One byte a letter. What schools here export is Windows-1252; a clear other guess wins."""
    if _decodes(member, "cp1252"):
        return "cp1252"
    guess = from_bytes(start[:200_000], cp_isolation=WESTERN).best()
    return _checked(member, guess.encoding if guess else "latin_1")


def peek(stream: IO[str]) -> str:
    """The first line, read without moving."""
    line = stream.readline()
    stream.seek(0)
    return line
