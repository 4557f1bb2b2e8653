"""An appointment as a file: read back as RFC 5545 says, whatever is in its words."""

import datetime as dt

from driehoek.base.core.appointments import LONGEST, Appointment, as_file
from driehoek.base.core.clock import AMSTERDAM

WINTER = dt.datetime(2026, 11, 26, 9, 0, tzinfo=AMSTERDAM)
SUMMER = dt.datetime(2027, 6, 3, 9, 0, tzinfo=AMSTERDAM)


def written(title: str, starts: dt.datetime = WINTER) -> bytes:
    hour = dt.timedelta(hours=1)
    return as_file(Appointment(key="7@x", title=title, starts=starts, ends=starts + hour, made_at=starts))


def read(file: bytes) -> dict[str, str]:
    """Unfolded and unescaped, by name."""
    lines = file.decode().replace("\r\n ", "").split("\r\n")
    found = dict(line.split(":", 1) for line in lines if line)
    return {
        name: words.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
        for name, words in found.items()
    }


def test_what_goes_in_comes_out() -> None:
    for title in ("Museum; kom, kijk!", "Twee\nregels", "متحف الصف الخامس " * 8, "é" * 200, "END:VEVENT"):
        assert read(written(title))["SUMMARY"] == title


def test_no_line_is_longer_than_it_may_be_and_each_ends_as_it_must() -> None:
    file = written("Kağıttan köprüler " * 30)
    assert all(len(line) <= LONGEST for line in file.split(b"\r\n"))
    assert file.endswith(b"END:VCALENDAR\r\n") and b"\n" not in file.replace(b"\r\n", b"")


def test_a_line_end_in_a_title_begins_no_line_of_its_own() -> None:
    assert written("Een\r\nATTENDEE:mailto:x@example.org").count(b"\r\nATTENDEE") == 0


def test_summer_and_winter_are_both_right() -> None:
    assert read(written("x"))["DTSTART"] == "20261126T080000Z"
    assert read(written("x", SUMMER))["DTSTART"] == "20270603T070000Z"
