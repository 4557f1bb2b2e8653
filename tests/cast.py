"""The people every test uses: cast.naima, cast.groep_5, cast.vlieger, at one fixed moment.

They come from demo/cast.toml and demo/office.toml, so the demo, the tests and the screenshots show the same
people. The database is filled once per process; each test then runs in a transaction of its own.
"""

import datetime as dt
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from demo.make_rosters import write_rosters
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import SeatQuerySet
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import AMSTERDAM, Hat, Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import (
    Board,
    Group,
    School,
)
from driehoek.surfaces.demo.loading.boards import People, found_boards
from driehoek.surfaces.demo.loading.office import Office
from driehoek.surfaces.demo.loading.rosters import import_rosters
from driehoek.surfaces.demo.loading.sources import Calendar

NOW = dt.datetime(2026, 11, 19, 15, 0, tzinfo=AMSTERDAM)  # a Thursday, just before the bell
TODAY = NOW.date()
SCHOOLS = {"vlieger": "de-vlieger", "kompas": "het-kompas", "delta": "vakcollege-delta", "brug": "de-brug"}
BOARDS = {"drie_hoeken": "Stichting De Drie Hoeken", "overkant": "Stichting De Overkant"}


class Cast:
    """Everybody by short name: a person, a group ("groep_5", "klas_1b", "bso"), a school or a board."""

    now, today = NOW, TODAY

    def __init__(self) -> None:
        self.schools = found_boards()
        self._people = People(self.schools).by_key
        self._groups = {attribute(group): group for group in Group.objects.select_related("school")}

    def __getattr__(self, name: str) -> "Person | Group | School | Board":
        name = name.rstrip("_")  # cast.elif_: elif is a word of Python
        if name in BOARDS:
            return Board.objects.get(name=BOARDS[name])
        if name in SCHOOLS:
            return self.schools[SCHOOLS[name]]
        try:
            return self._groups[name] if name in self._groups else self._people[name]
        except KeyError:
            raise AttributeError(f"Nobody in the cast is called {name}.") from None

    def everyone(self) -> dict[str, Person]:
        """All persons by key: the hand-written ones and the few that fill the classes."""
        return dict(self._people)

    def viewer(self, person: Person, hat: Hat | None = None, now: dt.datetime = NOW) -> Viewer:
        """This person at NOW; wearing the school hat if she works at a school and nothing else is said."""
        return Viewer(person, hat or usual_hat(person), now)

    def sign_in(self, person: Person, hat: Hat | None = None) -> Client:
        """A browser in which this person is signed in; staff with the second factor behind them."""
        client = Client()
        client.force_login(person)
        session = client.session
        session["hat"] = hat or usual_hat(person)
        session["strong"] = session["hat"] == "school"
        session.save()
        return client


def usual_hat(person: Person) -> Hat:
    """What a person most likely comes for: work, if she works at a school today."""
    return "school" if prepared(works, TODAY, person.pk) else "home"


def works(day: dt.date, person: int) -> SeatQuerySet:
    return Seat.objects.on(day).filter(person=person, role=Role.STAFF)


def attribute(group: Group) -> str:
    """The Python name of a group: "groep 5" is groep_5, "1B" is klas_1b, the after-school care is bso."""
    if group.name.startswith("bso"):
        return "bso"
    name = re.sub(r"\W+", "_", group.name.lower())
    return f"klas_{name}" if name[0].isdigit() else name


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Fill the test database once; conftest imports this under the same name."""
    with django_db_blocker.unblock():
        load_cast()


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """The cast, with the clock standing at NOW."""
    with time_machine.travel(NOW, tick=False):
        yield assembled()


def assembled() -> Cast:
    """The cast, called back when a test with real transactions emptied the tables."""
    if not Board.objects.exists():
        load_cast()
    return Cast()


@transaction.atomic
def load_cast() -> None:
    """The whole cast through the real import, with just enough classmates to make the classes real."""
    schools, calendar = found_boards(), Calendar(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        write_rosters(Path(folder), small=True)
        import_rosters(Path(folder), schools, calendar)
    Office(schools, calendar, NOW).enter()
