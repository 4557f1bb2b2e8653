"""The people every test uses: cast.naima, cast.groep_5, cast.vlieger, at one fixed moment.

They come from demo/cast.toml and demo/office.toml, so the demo, the tests and the screenshots show the same
people. The database is filled once per process; each test then runs in a transaction of its own.
"""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from demo.schools import all_schools
from demo.world import SchoolWorld
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import AMSTERDAM, Hat, Viewer
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import (
    Appointment,
    Board,
    Enrolment,
    ExternalKey,
    Group,
    School,
    SchoolYear,
)
from driehoek.surfaces.demo.loading.boards import People, found_boards
from driehoek.surfaces.demo.loading.office import Office
from driehoek.surfaces.demo.loading.sources import Calendar

NOW = dt.datetime(2026, 11, 19, 15, 0, tzinfo=AMSTERDAM)  # a Thursday, just before the bell
TODAY = NOW.date()
YEAR = (dt.date(2026, 8, 1), dt.date(2027, 7, 31))
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
    return "school" if Seat.objects.on(TODAY).filter(person=person, role=Role.STAFF).exists() else "home"


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
        if not Board.objects.exists():  # a test with real transactions emptied the tables
            load_cast()
        yield Cast()


@transaction.atomic
def load_cast() -> None:
    """The whole cast, with just enough classmates to make the classes real."""
    schools = found_boards()
    known: dict[str, Person] = {}
    for world in all_schools(small=True):
        _enter(world, schools[world.slug], known)
    Office(schools, Calendar(TODAY), NOW).enter()


def _enter(world: SchoolWorld, school: School, known: dict[str, Person]) -> None:
    year = SchoolYear.objects.create(school=school, name="2026-2027", starts_on=YEAR[0], ends_on=YEAR[1])
    groups = {
        key: Group.objects.create(school=school, year=year, name=name) for key, name in world.groups.items()
    }
    fresh = [key for key in world.people() if key not in known]
    known |= dict(zip(fresh, Person.objects.bulk_create(_person(world, key) for key in fresh), strict=True))
    ExternalKey.objects.bulk_create(
        [ExternalKey(school=school, key=world.id(key), person=known[key]) for key in world.people()]
        + [ExternalKey(school=school, key=world.id(key), group=group) for key, group in groups.items()]
    )
    Enrolment.objects.bulk_create(
        Enrolment(student=known[p.student], group=groups[p.group], starts_on=p.starts, ends_on=p.ends)
        for p in world.places
    )
    _enter_adults(world, school, known, groups)


def _enter_adults(
    world: SchoolWorld, school: School, known: dict[str, Person], groups: dict[str, Group]
) -> None:
    Guardianship.objects.bulk_create(
        Guardianship(
            guardian=known[adult], student=known[child], kind="custody", source="import", starts_on=YEAR[0]
        )
        for adult, child in world.pairs
    )
    Appointment.objects.bulk_create(
        Appointment(
            person=known[job.person],
            board=school.board,
            school=school,
            group=groups.get(job.group or ""),
            function=job.function,
            starts_on=job.starts,
            ends_on=job.ends,
        )
        for job in world.jobs
    )


def _person(world: SchoolWorld, key: str) -> Person:
    human = world.people()[key]
    return Person(
        given_name=human.given,
        infix=human.infix,
        family_name=human.family,
        email=human.email,
        mobile=human.mobile,
        birth_date=human.born,
    )
