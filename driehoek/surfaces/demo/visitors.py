"""Who can be tried with one click: the cast as the demo's first page shows it."""

import datetime as dt
from dataclasses import dataclass, field

from driehoek.backbone.access.models import Role, Seat
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey
from driehoek.surfaces.demo.loading.sources import read, short


@dataclass(frozen=True)
class Visitor:
    """One member of the cast, and what is worth looking at."""

    key: str
    person: Person
    who: str
    look: str


@dataclass
class Corner:
    """Home, child or school."""

    name: str
    visitors: list[Visitor] = field(default_factory=list)


def corners() -> list[Corner]:
    """The whole cast in the order of visitors.toml; whoever is not in the database is left out."""
    found, people = [], people_by_key()
    for said in read("visitors.toml")["corner"]:
        corner = Corner(said["name"])
        for key, words in said["people"].items():
            if key in people:
                corner.visitors.append(Visitor(key, people[key], words["is"], words["look"]))
        found.append(corner)
    return found


def people_by_key() -> dict[str, Person]:
    """Everybody of the demo by short key. Who has keys at two schools is one person."""
    rows = ExternalKey.objects.filter(person__isnull=False).select_related("person").order_by("-pk")
    return {short(row.key): row.person for row in rows if row.person}


def find_person(key: str) -> Person | None:
    """Somebody of the page; nobody else can be tried."""
    return next((v.person for corner in corners() for v in corner.visitors if v.key == key), None)


def works_at_school(person: Person, day: dt.date) -> bool:
    return Seat.objects.on(day).filter(person=person, role=Role.STAFF).exists()
