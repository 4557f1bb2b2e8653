"""Rows of a CSV file or of a workbook, each knowing its line, with columns by lower-case name."""

import csv
import zipfile
from collections.abc import Callable, Iterator

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import packs, texts
from driehoek.facts.schools.roster_import.roster import Place, RosterRefused

LONGEST_CELL = 10_000  # characters
LONGEST_NAME = 100  # of a row, when it is named by its key
MOST_ROWS = 1_000_000
MOST_COLUMNS = 300
DELIMITERS = ",;\t"
WORKBOOK = "driehoek.facts.schools.roster_import.reading.workbooks.cells"  # brings a large library along
Cells = Iterator[tuple[int, list[str]]]  # the number of each line, and what is on it


class Row(dict[str, str]):
    """One line: column name in lower case to cell. A column that is not there is empty."""

    place: Place
    ragged = False  # the row has more or fewer cells than there are columns

    def __missing__(self, column: str) -> str:
        return ""


class Table:
    """The rows of one file. Its header is read at once, its rows one by one."""

    def __init__(self, member: packs.Member, *, by_key: bool = False) -> None:
        """`by_key`: its rows are known by what stands first in them, and not by their line."""
        self.file, self.by_key = member.name, by_key
        self._cells = _cells(member)
        _line, header = next(self._cells, (0, []))
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
            row.place = Place(self.file, line, cells[0][:LONGEST_NAME] if self.by_key else "")
            row.ragged = len(cells) < width or any(cells[width:])
            yield row


def _cells(member: packs.Member) -> Cells:
    if not member.name.lower().endswith((".xlsx", ".xlsm")):
        return _csv(member)
    read: Callable[[packs.Member], Cells] = import_string(WORKBOOK)
    return read(member)


def _csv(member: packs.Member) -> Cells:
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
