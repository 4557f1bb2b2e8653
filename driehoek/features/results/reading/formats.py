"""What kind of mark book was handed in, and reading it. The door to everything in this package."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading.columns import Choices
from driehoek.facts.schools.roster_import.reading.packs import Member, Pack, open_pack
from driehoek.facts.schools.roster_import.reading.tables import Table
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.results.reading import oneroster, plain
from driehoek.features.results.reading.columns import MARKS
from driehoek.features.results.said import Book

SHEETS = (".csv", ".txt", ".tsv", ".xlsx")


@contextmanager
def opened(paths: list[Path], remembered: list[Choices]) -> Iterator[Book]:
    """The mark book, while its files are open. Raises RosterRefused."""
    with open_pack(paths) as pack:
        if oneroster.is_here(pack):
            yield oneroster.read(pack)
        else:
            sheet = _only_sheet(pack)
            yield plain.read(sheet, _choices_for(Table(sheet).titles, remembered))


def titles_of(paths: list[Path]) -> dict[str, list[str]]:
    """File to column titles, of the sheet whose columns somebody must choose. Raises RosterRefused."""
    with open_pack(paths) as pack:
        if oneroster.is_here(pack):
            return {}
        sheet = _only_sheet(pack)
        return {sheet.name: Table(sheet).titles}


def _only_sheet(pack: Pack) -> Member:
    sheets = pack.ending(*SHEETS)
    if not sheets:
        raise RosterRefused(_("Dit soort bestand kennen wij niet."), next(iter(pack.members.values())).name)
    if len(sheets) > 1:
        raise RosterRefused(_("Stuur één bestand met resultaten, of een hele OneRoster-set."))
    return sheets[0]


def _choices_for(titles: list[str], remembered: list[Choices]) -> Choices:
    """What was chosen before for these titles, else what the titles say. Raises RosterRefused."""
    chosen = MARKS.chosen_for(titles, remembered)
    if lacking := MARKS.missing(chosen):
        said = {"column": MARKS.labels[lacking[0]]}
        raise RosterRefused(_("De kolom “%(column)s” ontbreekt.") % said)
    return chosen
