"""Reads absences from a file of the school's own system: a line is one lesson, or some days, of one student.
OneRoster 1.2 has no attendance, so the columns are those that Dutch systems export, by their own names."""

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.columns import plain
from driehoek.facts.schools.roster_import.reading.packs import open_pack
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.facts.schools.roster_import.roster import Fault, Place, RosterRefused
from driehoek.features.absences.models import Reason

COLUMNS = {  # our field, and how a column may be called
    "student": ("leerlingnummer", "stamnummer", "leerlingid", "deelnemernummer", "lnr"),
    "day": ("datum", "dag", "begindatum", "datumvan"),
    "reason": ("soort", "reden", "soortverzuim", "verzuimsoort", "omschrijving"),
    "last": ("totenmet", "einddatum", "datumtot"),
    "from": ("van", "begintijd", "tijdvan"),
    "until": ("tot", "eindtijd", "tijdtot"),
    "subject": ("vak", "vaknaam", "vakomschrijving"),
    "key": ("nummer", "id", "registratienummer"),
    "stamp": ("gewijzigd", "gewijzigdop", "ingevoerdop"),
}
NEEDED = {"student": "leerlingnummer", "day": "datum", "reason": "soort"}
REASONS = {
    "telaat": Reason.LATE, "late": Reason.LATE, "ziek": Reason.ILL, "ziekte": Reason.ILL,
    "dokter": Reason.DOCTOR, "tandarts": Reason.DOCTOR, "medisch": Reason.DOCTOR, "verlof": Reason.LEAVE,
    "eerderweg": Reason.EARLY, "nietgemeld": Reason.UNKNOWN, "afwezig": Reason.UNKNOWN,
    "absent": Reason.UNKNOWN, "ongeoorloofd": Reason.UNKNOWN, "overig": Reason.OTHER,
    "anders": Reason.OTHER, "geoorloofd": Reason.OTHER,
}  # fmt: skip
PRESENT = ("aanwezig", "vervallen")  # it was not so after all
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

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Place, reason: str) -> None:
        self.faults.append(Fault(place.file, place.line, reason))


def read(paths: list[Path], today: dt.date) -> Sheet:
    """Raises RosterRefused for a file that cannot be read at all; a line that cannot is a fault."""
    sheet, seen = Sheet(), set[str]()
    with open_pack(paths) as pack:
        tables = pack.ending(".csv", ".txt", ".tsv", ".xlsx")
        if len(tables) != 1:
            raise RosterRefused(_("Kies één bestand: CSV of Excel (.xlsx)."))
        table = Table(tables[0])
        columns = _columns(table)
        for row in table:
            if len(sheet.lines) + len(sheet.faults) >= MOST_LINES:
                raise RosterRefused(_("Dit bestand heeft te veel regels."), row.place.file, row.place.line)
            try:
                sheet.lines.append(_once(_line(row, columns, today), seen))
            except BadValue as bad:
                sheet.fault(row.place, str(bad))
    return sheet


def _columns(table: Table) -> dict[str, str]:
    """Our field to the column of this file."""
    found: dict[str, str] = {}
    for column in table.columns:
        for name, titles in COLUMNS.items():
            if plain(column) in titles:
                found.setdefault(name, column)
    for name, title in NEEDED.items():
        if name not in found:
            said = _("De kolom “%(column)s” ontbreekt.") % {"column": title}
            raise RosterRefused(said, table.file, 1)
    return found


def _line(row: Row, columns: dict[str, str], today: dt.date) -> Line:
    said = {name: _said(row[columns[name]]) if name in columns else "" for name in COLUMNS}
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
    return Line(row.place, key, student, _reason(said["reason"]), first, last, start, end, subject, stamp)


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


def _reason(raw: str) -> str:
    word = plain(raw)
    if word in PRESENT:
        return ""
    if word not in REASONS:
        raise BadValue(_("De soort “%(word)s” kennen wij niet.") % {"word": values.text(raw)[:20]})
    return REASONS[word]


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
