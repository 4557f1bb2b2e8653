"""The people every test uses: cast.naima, cast.groep_5, cast.vlieger, at one fixed moment.

They come from demo/cast.toml and demo/office.toml, so the demo, the tests and the screenshots show the same
people. The database is filled once (tests/filled.py); each test then runs in a transaction of its own.
"""

import datetime as dt
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any  # whatever has a name in the cast

import pytest
import time_machine
from django.db import transaction
from django.db.models import QuerySet
from django.test import Client

from demo.make_rosters import write_rosters
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import SeatQuerySet
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import AMSTERDAM, Hat, Viewer
from driehoek.base.core import clock
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
Named = Person | Group | School | Board
SCHOOLS = {"vlieger": "de-vlieger", "kompas": "het-kompas", "delta": "vakcollege-delta", "brug": "de-brug"}
BOARDS = {"drie_hoeken": "Stichting De Drie Hoeken", "overkant": "Stichting De Overkant"}


class Cast:
    """Everybody by short name: a person, a group ("groep_5", "klas_1b", "bso"), a school or a board."""

    now, today = NOW, TODAY

    def __init__(self) -> None:
        self._asked: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Named:
        if name.startswith("_"):  # asked while it is copied, before it knows anybody
            raise AttributeError(name)
        name = name.rstrip("_")  # cast.elif_: elif is a word of Python
        if name not in self._asked:
            try:
                model, pk = keys()[name]
            except KeyError:
                raise AttributeError(f"Nobody in the cast is called {name}.") from None
            self._asked[name] = rows(model).get(pk=pk)
        return self._asked[name]

    @property
    def schools(self) -> dict[str, School]:
        """The schools by slug."""
        return {slug: getattr(self, name) for name, slug in SCHOOLS.items()}

    def everyone(self) -> dict[str, Person]:
        """All persons by key: the hand-written ones and the few that fill the classes."""
        keyed = {name: pk for name, (model, pk) in keys().items() if model is Person}
        found = Person.objects.in_bulk(keyed.values())
        return {name: self._asked.setdefault(name, found[pk]) for name, pk in keyed.items()}

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


@cache
def keys() -> dict[str, tuple[type[Any], int]]:
    """What everybody is and where she is found, by short name: looked up once for all tests."""
    schools = found_boards()
    everyone: list[tuple[str, Named]] = [*People(schools).by_key.items()]
    everyone += [(attribute(group), group) for group in Group.objects.order_by("pk")]
    everyone += [(name, schools[slug]) for name, slug in SCHOOLS.items()]
    everyone += [(name, Board.objects.get(name=official)) for name, official in BOARDS.items()]
    return {name: (type(thing), thing.pk) for name, thing in everyone}


def rows(model: type[Any]) -> "QuerySet[Any]":
    """Where one of these is fetched from: a group with its school."""
    return Group.objects.select_related("school") if model is Group else model._default_manager.all()


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


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """The cast, with the clock standing at NOW, that of the database too."""
    with time_machine.travel(NOW, tick=False), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "of_database", clock.now)
        patch.setattr(clock, "shared", lambda: clock.now)
        yield Cast()


@transaction.atomic
def load_cast() -> None:
    """The whole cast through the real import, with just enough classmates to make the classes real."""
    schools, calendar = found_boards(), Calendar(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        write_rosters(Path(folder), small=True)
        import_rosters(Path(folder), schools, calendar)
    Office(schools, calendar, NOW).enter()
    keys.cache_clear()
