"""The rows of a workbook. Loaded when one is read: the library for it costs megabytes in every process."""

import zipfile
from collections.abc import Iterator

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils.exceptions import InvalidFileException

from driehoek.facts.schools.roster_import.reading import packs
from driehoek.facts.schools.roster_import.reading.tables import LONGEST_CELL
from driehoek.facts.schools.roster_import.roster import RosterRefused


def cells(member: packs.Member) -> Iterator[tuple[int, list[str]]]:
    """The first sheet. Formulas come as the formula itself, so they are seen and refused."""
    try:
        with member.open() as stream, zipfile.ZipFile(stream) as archive:
            packs.check_sizes(archive, member.name)
        with member.open() as stream:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=False, keep_links=False)
            for line, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
                yield line, _trimmed([_written(cell) for cell in row])
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
