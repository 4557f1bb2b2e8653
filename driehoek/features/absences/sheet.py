"""Reads absences from a file of the school's own system: one lesson, or some days, of one student a line."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.columns import Choices
from driehoek.facts.schools.roster_import.reading.packs import open_pack
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.facts.schools.roster_import.roster import Fault, Place, RosterRefused
from driehoek.features.absences.columns import AWAY
from driehoek.features.absences.kinds import NotExplained, Words
from driehoek.features.absences.models import Meaning

NOTHING = ("-", "–")  # how systems fill a cell that says nothing
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")
PART_OF_DAY = re.compile(r"0[.,](\d+)")  # how Excel keeps a time in a cell without a format: 0.25 is 6:00
MINUTES = 24 * 60  # in a day
MOST_LINES = 20_000
LONGEST = dt.timedelta(days=100)


class Line(NamedTuple):
    """What the source says of one student."""

    place: Place
    key: str
    student: str  # the roster's own number
    reason: str  # empty: it was not so
    starts_on: dt.date
    ends_on: dt.date
    from_time: dt.time | None
    until_time: dt.time | None
    subject: str
    stamped_on: dt.date | None


@dataclass
class Sheet:
    """What a file says, and which lines of it say nothing that can be used."""

    chosen: Choices  # which of its columns mean what
    words: Words  # for the kinds
    left_out: int = 0  # lines of a kind that the school does not bring
    unexplained: int = 0  # lines of a kind about which nobody said what it is
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def read_as(self) -> list[tuple[object, str]]:
        """What we read, and in which column it stands."""
        return [(AWAY.labels[name], title) for name, title in self.chosen.items()]

    def fault(self, place: Place, reason: str) -> None:
        self.faults.append(Fault(place.file, place.line, reason))


def read(
    paths: list[Path], remembered: Iterable[Choices], own: Mapping[str, str], today: dt.date
) -> Sheet:  # fmt: skip
    """`own`: what the school's own words mean. Raises RosterRefused for a file that cannot be read at all; a
    line that cannot is a fault."""
    seen = set[str]()
    with _opened(paths) as table:
        sheet = Sheet(AWAY.chosen_for(table.titles, remembered), Words(own))
        if lacking := lacks(sheet.chosen):
            raise RosterRefused(lacking, table.file, 1)
        for number, row in enumerate(table):
            if number >= MOST_LINES:
                raise RosterRefused(_("Dit bestand heeft te veel regels."), row.place.file, row.place.line)
            _take(sheet, row, seen, today)
    return sheet


def _take(sheet: Sheet, row: Row, seen: set[str], today: dt.date) -> None:
    try:
        line = _once(_line(row, sheet, today), seen)
    except NotExplained:
        sheet.unexplained += 1
    except BadValue as bad:
        sheet.fault(row.place, str(bad))
    else:
        if line.reason == Meaning.LEFT_OUT:
            sheet.left_out += 1
        else:
            sheet.lines.append(line)


def titles_of(paths: list[Path]) -> dict[str, list[str]]:
    """The file and its titles. Raises RosterRefused, also for fewer columns than a line needs."""
    with _opened(paths) as table:
        lacking = lacks(AWAY.suggest(table.titles))
        if lacking and len(list(filter(None, table.titles))) < len(AWAY.needed):
            raise RosterRefused(lacking, table.file, 1)
        return {table.file: table.titles}


@contextmanager
def _opened(paths: list[Path]) -> Iterator[Table]:
    with open_pack(paths) as pack:
        tables = pack.ending(".csv", ".txt", ".tsv", ".xlsx")
        if len(tables) != 1:
            raise RosterRefused(_("Kies één bestand: CSV of Excel (.xlsx)."))
        yield Table(tables[0])


def lacks(chosen: Choices) -> str:
    """A sentence about the first column that a line needs and that nobody found."""
    lacking = AWAY.missing(chosen)
    if not lacking:
        return ""
    return _("De kolom “%(column)s” ontbreekt.") % {"column": str(AWAY.labels[lacking[0]]).lower()}


def _line(row: Row, sheet: Sheet, today: dt.date) -> Line:
    chosen = sheet.chosen
    said = {name: _said(row[chosen[name].lower()]) if name in chosen else "" for name in AWAY.fields}
    if row.ragged:
        raise BadValue(_("Op deze regel staan te veel of te weinig kolommen."))
    student, subject = values.key(said["student"]), values.label(said["subject"], 80)
    if not student:
        raise BadValue(_("Het leerlingnummer ontbreekt."))
    first, last = _days(said, today)
    start, end = _time(said["from"]), _time(said["until"])
    if start and end and not start < end:
        raise BadValue(_("De les houdt op voor hij begint."))
    key = values.key(said["key"]) or values.key(_joined(student, first, start, subject))
    stamp = values.date(said["stamp"], style="dutch")
    means = sheet.words.meaning(said["reason"])
    reason = "" if means == Meaning.PRESENT else means
    return Line(row.place, key, student, reason, first, last, start, end, subject, stamp)


def _said(cell: str) -> str:
    return "" if cell.strip() in NOTHING else cell


def _days(said: dict[str, str], today: dt.date) -> tuple[dt.date, dt.date]:
    first = values.date(said["day"], style="dutch")
    if first is None:
        raise BadValue(_("De datum ontbreekt."))
    last = values.date(said["last"], style="dutch") or first
    if not today - dt.timedelta(days=400) <= first <= today or not first <= last <= first + LONGEST:
        raise BadValue(_("Deze datum ligt in de toekomst, of te lang geleden."))
    return first, last


def _time(raw: str) -> dt.time | None:
    said = raw.strip()
    if not said:
        return None
    part, found = PART_OF_DAY.fullmatch(said), TIME.fullmatch(said)
    if part:
        hour, minute = divmod(round(float("0." + part[1]) * MINUTES), 60)
    else:
        hour, minute = (int(found[1]), int(found[2])) if found else (24, 0)
    if hour < 24 and minute < 60:
        return dt.time(hour, minute)
    raise BadValue(_("“%(time)s” is geen tijd, zoals 8:30.") % {"time": said[:20]})


def _once(line: Line, seen: set[str]) -> Line:
    if line.key in seen:
        raise BadValue(_("Deze regel staat er twee keer in."))
    seen.add(line.key)
    return line


def _joined(*parts: object) -> str:
    return "|".join(str(part or "").casefold() for part in parts)
