"""What every roster file says once it has been read, whatever its format: the neutral set."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Where in the upload something stands. The header is line 1; line 0 means the file as a whole. Of rows
    that a server sent nobody has the lines: those are named by their key."""

    file: str
    line: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row, or a value in it, that is left out, and why in a sentence for the school's office."""

    file: str
    line: int
    reason: str

    @classmethod
    def at(cls, place: Place, reason: str) -> "Fault":
        if place.key:
            return cls(f"{place.file.removesuffix('.csv')} {place.key}"[:200], 0, reason)
        return cls(place.file, place.line, reason)


class RosterRefused(Exception):
    """The upload cannot be read as a roster. Nothing of it is used."""

    def __init__(self, reason: str, file: str = "", line: int = 0) -> None:
        super().__init__(reason)
        self.fault = Fault(file, line, reason)


@dataclass(frozen=True, slots=True)
class RosterSchool:
    place: Place
    key: str
    name: str = ""
    code: str = ""  # BRIN and branch, or whatever the roster calls its identifier


@dataclass(frozen=True, slots=True)
class RosterYear:
    """A school year as the file gives it."""

    name: str
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True, slots=True)
class RosterPerson:
    place: Place
    key: str
    given_name: str
    infix: str = ""
    family_name: str = ""
    called: str = ""
    birth_date: dt.date | None = None
    email: str = ""
    mobile: str = ""
    language: str = ""

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.given_name, self.infix, self.family_name)))


@dataclass(frozen=True, slots=True)
class RosterGroup:
    place: Place
    key: str
    school: str
    name: str
    kind: str = "class"  # a GroupKind


@dataclass(frozen=True, slots=True)
class RosterEnrolment:
    place: Place
    student: str
    group: str
    begins: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RosterGuardianship:
    """One adult and one child. Custody is None when the file does not say."""

    place: Place
    student: str
    guardian: str
    relation: str = "parent"  # parent, foster, delegate
    custody: bool | None = None


@dataclass(frozen=True, slots=True)
class RosterAppointment:
    place: Place
    person: str
    school: str
    function: str  # a Function
    group: str = ""


@dataclass(slots=True)
class Roster:
    """All of one upload, for one school or for several.

    `held` are keys whose row was faulty: whoever they are, the import leaves them as they are.
    `blind` counts faulty rows of which even the key could not be read, `doubts` those with a status nobody
    knows.
    """

    format: str = ""
    year: RosterYear | None = None
    schools: dict[str, RosterSchool] = field(default_factory=dict)
    people: dict[str, RosterPerson] = field(default_factory=dict)
    students: dict[str, set[str]] = field(default_factory=dict)  # school key -> keys of its students
    groups: dict[str, RosterGroup] = field(default_factory=dict)
    enrolments: dict[tuple[str, str], RosterEnrolment] = field(default_factory=dict)
    guardianships: dict[tuple[str, str], RosterGuardianship] = field(default_factory=dict)
    appointments: dict[tuple[str, str, str, str], RosterAppointment] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)  # left out on purpose, nobody is harmed
    held: set[str] = field(default_factory=set)
    blind: int = 0
    doubts: int = 0

    def of(self, school: str) -> "SchoolRoster":
        """What this upload says about one of its schools."""
        return SchoolRoster(self, school)


class SchoolRoster:
    """One school's part of a roster. Indexes are made once, so asking is cheap."""

    def __init__(self, roster: Roster, school: str) -> None:
        self.whole = roster
        self.school = roster.schools[school]
        self.students = {key for key in roster.students.get(school, ()) if key in roster.people}
        self.groups = {key: group for key, group in roster.groups.items() if group.school == school}
        self.enrolments = [row for row in roster.enrolments.values() if row.group in self.groups]
        self.guardianships = [row for row in roster.guardianships.values() if row.student in self.students]
        self.appointments = [row for row in roster.appointments.values() if row.school == school]

    def people(self) -> Iterator[RosterPerson]:
        """Everybody with a place at this school, each once: students, guardians, staff."""
        keys = dict.fromkeys(sorted(self.students))
        keys |= dict.fromkeys(row.guardian for row in self.guardianships)
        keys |= dict.fromkeys(row.person for row in self.appointments)
        return (self.whole.people[key] for key in keys)
