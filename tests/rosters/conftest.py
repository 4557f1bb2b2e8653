"""A school of our own, apart from the cast: what an import does to it is nobody else's business."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, School
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.features.rosters.models import Connection
from tests.rosters.days import NOW
from tests.rosters.joined import agree, fetch, join
from tests.rosters.served import served
from tests.rosters.sheets import Sheets
from tests.servers.oneroster import MarkBook, keeping_marks

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


@pytest.fixture
def office(school: School) -> Person:
    return Person.objects.create(given_name="Marja", family_name="Kuiper")


@pytest.fixture
def book(settings: Any, tmp_path: Path) -> Iterator[MarkBook]:
    settings.MEDIA_ROOT = tmp_path / "media"
    with keeping_marks() as book:
        settings.ONEROSTER_PLACES = [book.place]
        book.rows = served(Sheets.filled(20).files())
        yield book


@pytest.fixture
def connection(school: School, office: Person, book: MarkBook) -> Connection:
    return join(school, office, book)


@pytest.fixture
def trusted(connection: Connection, office: Person) -> Connection:
    """A school where everybody came in by this server."""
    agree(fetch(connection), office)
    return connection
