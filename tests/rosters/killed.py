"""What the killed child was doing: the nightly import of a school that changed a little."""

from collections.abc import Callable
from pathlib import Path

from django.db import connections

from driehoek.facts.schools.models import Board, School
from driehoek.features.rosters.nightly import Nightly
from tests.rosters.days import NOW
from tests.rosters.sheets import Sheets


def prepare(folder: Path) -> Callable[[], None]:
    """A school after its first import, and the second import as something to do."""
    board = Board.objects.create(name="Stichting De Proef")
    school = School.objects.create(board=board, name="De Meander", sector="primary")
    _night(school, Sheets.filled(300).zip(folder / "eerst.zip"))
    later = changed(Sheets.filled(300)).zip(folder / "later.zip")
    connections.close_all()

    def bring_in() -> None:
        _night(school, later)
        connections.close_all()

    return bring_in


def changed(sheets: Sheets) -> Sheets:
    """A few of everything: gone, new, moved, renamed. Little enough that nobody is asked."""
    sheets.without("kind1", "ouder1", "kind2", "ouder2").move("kind3", "c6")
    sheets.people["kind4"] = ("student", "Kindx de Vries", "2018-01-05")
    for number in range(400, 700):
        sheets.add(f"kind{number}", "student", f"Nieuw Kind{chr(97 + number % 26)}", "2019-02-03")
        sheets.add(f"ouder{number}", "parent", f"Nieuw Ouder{chr(97 + number % 26)}")
        sheets.seats.append((f"kind{number}", "c6", "student"))
        sheets.pairs.append((f"kind{number}", f"ouder{number}", "parent", "yes"))
    return sheets


def _night(school: School, path: Path) -> None:
    (told,) = Nightly([path], NOW, NOW.date(), is_dry=False).run([school])
    assert told.get("done"), told
