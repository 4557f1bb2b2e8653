"""An appointment as a file that every calendar takes (iCalendar, RFC 5545)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 75  # octets on a line, 3.1
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})  # 3.3.11


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """The same key again is the same appointment, changed. Moments know their zone."""

    key: str
    title: str
    place: str = ""
    starts: dt.datetime
    ends: dt.datetime
    made_at: dt.datetime


def as_file(appointment: Appointment) -> bytes:
    """In universal time, so that it needs no rules about summer and winter along."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Driehoek//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_text(appointment.key)}",
        f"DTSTAMP:{_moment(appointment.made_at)}",
        f"DTSTART:{_moment(appointment.starts)}",
        f"DTEND:{_moment(appointment.ends)}",
        f"SUMMARY:{_text(appointment.title)}",
        *([f"LOCATION:{_text(appointment.place)}"] if appointment.place else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line)).encode()


def _text(words: str) -> str:
    return words.translate(ESCAPED)


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """A long line goes on with a space on the next; never in the middle of a letter."""
    piece = ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece
