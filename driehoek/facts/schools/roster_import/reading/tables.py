"""Rows of a CSV file or of a workbook, each knowing its line, with columns by lower-case name."""

import csv
import zipfile
from collections.abc import Iterator

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils.exceptions import InvalidFileException

from driehoek.facts.schools.roster_import.reading import packs, texts
from driehoek.facts.schools.roster_import.roster import Place, RosterRefused

LONGEST_CELL = 10_000  # characters
MOST_ROWS = 1_000_000
MOST_COLUMNS = 300
DELIMITERS = ",;\t"


class Row(dict[str, str]):
    """One line: column name in lower case to cell. A column that is not there is empty."""

    place: Place
    ragged = False  # the row has more or fewer cells than there are columns

    def __missing__(self, column: str) -> str:
        return ""


class Table:
    """The rows of one file. Its header is read at once, its rows one by one."""

    def __init__(self, member: packs.Member) -> None:
        self.file = member.name
        cells = _workbook(member) if member.name.lower().endswith((".xlsx", ".xlsm")) else _csv(member)
        self._cells = cells
        _line, header = next(cells, (0, []))
        self.titles = [title.strip().lstrip("\ufeff") for title in header]
        self.columns = [title.lower() for title in self.titles]
        self._check_header()

    def _check_header(self) -> None:
        named = [column for column in self.columns if column]
        if not named:
            raise RosterRefused(_("De eerste regel heeft geen kolomnamen."), self.file, 1)
        if len(self.columns) > MOST_COLUMNS:
            raise RosterRefused(_("Dit bestand heeft te veel kolommen."), self.file, 1)
        if len(set(named)) != len(named):
            raise RosterRefused(_("Twee kolommen hebben dezelfde naam."), self.file, 1)

    def need(self, *columns: str) -> "Table":
        """Raise RosterRefused when one of these columns is not there."""
        for column in columns:
            if column.lower() not in self.columns:
                reason = _("De kolom “%(column)s” ontbreekt.") % {"column": column}
                raise RosterRefused(reason, self.file, 1)
        return self

    def __iter__(self) -> Iterator[Row]:
        width = len(self.columns)
        for count, (line, cells) in enumerate(self._cells, start=1):
            if count > MOST_ROWS:
                raise RosterRefused(_("Dit bestand heeft te veel regels."), self.file, line)
            if not any(cells):
                continue
            row = Row(zip(self.columns, cells, strict=False))
            row.place = Place(self.file, line)
            row.ragged = len(cells) < width or any(cells[width:])
            yield row


def _csv(member: packs.Member) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    with texts.open_text(member) as stream:
        first = texts.peek(stream)
        reader = csv.reader(stream, delimiter=max(DELIMITERS, key=first.count), strict=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, UnicodeDecodeError, zipfile.BadZipFile, EOFError) as error:
                reason = _("Vanaf deze regel is het bestand stuk. Is het heel aangekomen?")
                raise RosterRefused(reason, member.name, reader.line_num) from error
            yield reader.line_num, cells


def _workbook(member: packs.Member) -> Iterator[tuple[int, list[str]]]:
    """The first sheet. Formulas come as the formula itself, so they are seen and refused."""
    try:
        with member.open() as stream, zipfile.ZipFile(stream) as archive:
            packs.check_sizes(archive, member.name)
        with member.open() as stream:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=False, keep_links=False)
            for line, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
                yield line, _trimmed([_written(cell) for cell in cells])
    except RosterRefused:
        raise
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, IndexError) as error:
        raise RosterRefused(_("Dit Excel-bestand is kapot of op slot."), member.name) from error
    except Exception as error:  # openpyxl lets the XML parser's own errors through
        raise RosterRefused(_("Dit Excel-bestand is kapot of op slot."), member.name) from error


def _written(cell: object) -> str:
    """What a person reads in the cell."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())
    return str(cell)[:LONGEST_CELL]


def _trimmed(cells: list[str]) -> list[str]:
    """Workbooks pad rows to the widest one; the tail says nothing."""
    return cells if any(cells) else []
