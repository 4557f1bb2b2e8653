"""What an import would do, as data: each change by key, so that the same plan always reads the same."""

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from driehoek.facts.schools.models import SchoolYear
from driehoek.facts.schools.roster_import.known import KnownGuardianship, KnownRow
from driehoek.facts.schools.roster_import.roster import Fault, RosterGroup, RosterPerson, RosterYear

Fields = dict[str, Any]  # model field -> new value


@dataclass(frozen=True, slots=True)
class NewGuardianship:
    student: str
    guardian: str
    kind: str
    approved: bool  # custody is explicit in the file, and nothing says to be careful


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What becomes different about somebody we know, for whoever must agree to it."""

    who: str
    fields: list[tuple[str, str, str]]  # field, what stood there, what will; both empty of a protected child
    is_way_in: bool  # she never came in, and could with what is new: an address or a number


@dataclass(slots=True)
class Plan:
    """Everything one import would write for one school. Made by changes.py, written by applying.py."""

    year: SchoolYear | RosterYear
    since: dt.date  # from when new rows count, unless the file says
    today: dt.date
    new_code: str = ""

    new_people: dict[str, RosterPerson] = field(default_factory=dict)
    linked: dict[str, int] = field(default_factory=dict)  # key -> person known at another school of the file
    changed_people: dict[int, Fields] = field(default_factory=dict)
    new_groups: dict[str, RosterGroup] = field(default_factory=dict)
    renewed_groups: set[str] = field(default_factory=set)  # of the new ones: keys that had a group last year
    changed_groups: dict[int, Fields] = field(default_factory=dict)
    new_enrolments: dict[tuple[str, str], dt.date] = field(default_factory=dict)
    ended_enrolments: list[KnownRow] = field(default_factory=list)
    new_guardianships: list[NewGuardianship] = field(default_factory=list)
    changed_guardianships: dict[int, Fields] = field(default_factory=dict)
    ended_guardianships: list[KnownGuardianship] = field(default_factory=list)
    new_appointments: list[tuple[str, str, str]] = field(default_factory=list)  # person, group, function
    ended_appointments: list[KnownRow] = field(default_factory=list)

    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    asks: Counter[str] = field(default_factory=Counter)  # why a person must agree, and how often
    names: dict[str, list[str]] = field(default_factory=dict)  # "people.added" -> who
    changes: list[PersonChange] = field(default_factory=list)  # of changed_people, one by one

    def name(self, list_name: str, text: str) -> None:
        self.names.setdefault(list_name, []).append(text)

    @property
    def is_empty(self) -> bool:
        return not any(self._parts())

    def _parts(self) -> list[Any]:
        return [
            self.new_people, self.linked, self.changed_people, self.new_groups, self.changed_groups,
            self.new_enrolments, self.ended_enrolments, self.new_guardianships, self.changed_guardianships,
            self.ended_guardianships, self.new_appointments, self.ended_appointments, self.new_code,
        ]  # fmt: skip

    def digest(self) -> str:
        """The same for the same changes and the same doubts; another as soon as one of them differs."""
        told = hashlib.sha256(repr(sorted(self.asks.items())).encode())
        for part in self._parts():
            rows = part.items() if isinstance(part, dict) else part
            told.update(b"\0")
            for row in sorted(map(_told, rows)):
                told.update(row.encode())
        return told.hexdigest()


def _told(row: object) -> str:
    """Without dates that move with today, and without the line on which something stood."""
    match row:
        case (key, RosterPerson() | RosterGroup() as said):
            texts = [str(getattr(said, name)) for name in type(said).__slots__ if name != "place"]
            return repr((key, texts))
        case KnownRow() | KnownGuardianship():
            return repr(row.id)
        case ((student, group), dt.date()):
            return repr((student, group))
        case _:
            return repr(row)
