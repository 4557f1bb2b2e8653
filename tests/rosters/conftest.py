"""A school of our own, apart from the cast: what an import does to it is nobody else's business."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine

from driehoek.backbone.access.viewer import AMSTERDAM
from driehoek.facts.schools.models import Board, School
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.reading.formats import read
from tests.rosters.sheets import Sheets

NOW = dt.datetime(2026, 11, 19, 4, 0, tzinfo=AMSTERDAM)
TODAY = NOW.date()
Import = Callable[..., Proposal]


@pytest.fixture
def school(db: None) -> Iterator[School]:
    board = Board.objects.create(name="Stichting De Proef")
    with time_machine.travel(NOW, tick=False):
        yield School.objects.create(board=board, name="De Meander", sector="primary")


@pytest.fixture
def bring_in(school: School, tmp_path: Path) -> Import:
    """Import these sheets, a day later each time: as the nightly job would once somebody agreed."""
    days = iter(range(1000))

    def bring(sheets: Sheets, to: School = school) -> Proposal:
        now = NOW + dt.timedelta(days=next(days))
        roster = read([sheets.zip(tmp_path / "rooster.zip")], now.date())
        return apply(roster, to, now, now.date(), propose(roster, to, now.date()).digest)

    return bring
