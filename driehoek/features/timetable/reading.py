"""Reads a timetable from a file of the office: one line a lesson, CSV or Excel, with Dutch column names."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading.packs import open_pack
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.reading.values import BadValue, label
from driehoek.facts.schools.roster_import.roster import Fault, RosterRefused

NEEDED = ("groep", "dag", "van", "tot", "vak")
DAYS = {name: number for number, name in enumerate(("ma", "di", "wo", "do", "vr"), start=1)}
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")
MOST_LINES = 6_000


class Slot(NamedTuple):
    """A lesson as the file gives it."""

    group: int
    weekday: int
    starts_at: dt.time
    ends_at: dt.time
    subject: str
    teacher: str
    room: str


@dataclass
class Sheet:
    """What a file says, and which lines of it say nothing that can be used."""

    slots: list[Slot] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(path: Path, groups: Mapping[str, int]) -> Sheet:
    """The lessons of these groups, which stand in the file by name. Raises RosterRefused for a file that
    cannot be read at all; a line that cannot is a fault."""
    sheet, taken = Sheet(), set[tuple[int, int, dt.time]]()
    with open_pack([path]) as pack:
        tables = pack.ending(".csv", ".txt", ".tsv", ".xlsx")
        if len(tables) != 1:
            raise RosterRefused(_("Kies één bestand: CSV of Excel (.xlsx)."))
        for row in Table(tables[0]).need(*NEEDED):
            try:
                slot = _slot(row, groups)
                _check_free(slot, taken)
            except BadValue as bad:
                sheet.faults.append(Fault(row.place.file, row.place.line, str(bad)))
            else:
                sheet.slots.append(slot)
                taken.add((slot.group, slot.weekday, slot.starts_at))
            if len(sheet.slots) + len(sheet.faults) > MOST_LINES:
                raise RosterRefused(_("Dit bestand heeft te veel regels."), row.place.file, row.place.line)
    return sheet


def _slot(row: Row, groups: Mapping[str, int]) -> Slot:
    name = row["groep"].strip().casefold()
    if name not in groups:
        raise BadValue(_("De groep “%(name)s” kennen wij niet.") % {"name": row["groep"].strip()[:60]})
    first, last = _time(row["van"]), _time(row["tot"])
    if not first < last:
        raise BadValue(_("De les houdt op voor hij begint."))
    subject = _words(row, "vak", 60)
    if not subject:
        raise BadValue(_("Het vak ontbreekt."))
    teacher, room = _words(row, "docent", 80), _words(row, "lokaal", 20)
    return Slot(groups[name], _weekday(row["dag"]), first, last, subject, teacher, room)


def _words(row: Row, column: str, longest: int) -> str:
    """A lonely dash is how an office says that there is nothing."""
    if row[column].strip() == "-":
        return ""
    try:
        return label(row[column], longest)
    except BadValue as bad:
        said = _("In de kolom “%(column)s” staat te veel, of een teken dat daar niet hoort.")
        raise BadValue(said % {"column": column}) from bad


def _weekday(raw: str) -> int:
    said = raw.strip().casefold()
    number = DAYS.get(said[:2]) or (int(said) if said in ("1", "2", "3", "4", "5") else None)
    if number is None:
        raise BadValue(
            _("De dag “%(day)s” kennen wij niet. Gebruik ma, di, wo, do of vr.") % {"day": said[:20]}
        )
    return number


def _time(raw: str) -> dt.time:
    found = TIME.fullmatch(raw.strip())
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return dt.time(int(found[1]), int(found[2]))
    raise BadValue(_("“%(time)s” is geen tijd, zoals 8:30.") % {"time": raw.strip()[:20]})


def _check_free(slot: Slot, taken: set[tuple[int, int, dt.time]]) -> None:
    if (slot.group, slot.weekday, slot.starts_at) in taken:
        raise BadValue(_("Deze groep heeft op dat moment al een les."))
