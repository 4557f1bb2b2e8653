"""Who is who at the demo board, before it is written into any roster."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any  # the other fields of a Human

YEAR_STARTS = dt.date(2026, 8, 1)
YEAR_ENDS = dt.date(2027, 7, 31)
FIRST_DAY = dt.date(2026, 8, 24)
INFIXES = ("van den", "van der", "van de", "van", "de", "den", "ten", "ter", "el", "al")


@dataclass
class Human:
    """Anyone in a roster. The key is ours; a roster writes it behind its school's prefix."""

    key: str
    given: str
    infix: str
    family: str
    email: str = ""
    mobile: str = ""
    called: str = ""
    born: dt.date | None = None
    language: str = "nl"

    @classmethod
    def named(cls, key: str, name: str, **rest: Any) -> "Human":
        """Read "Anouk van der Meer" as given name, infix and family name."""
        given, _, rest_of_name = name.partition(" ")
        for infix in INFIXES:
            if rest_of_name.lower().startswith(infix + " "):
                return cls(key, given, rest_of_name[: len(infix)], rest_of_name[len(infix) + 1 :], **rest)
        return cls(key, given, "", rest_of_name, **rest)

    @property
    def surname(self) -> str:
        """Infix and family name, as it stands behind the given name."""
        return f"{self.infix} {self.family}".strip()


@dataclass
class Place:
    """A student in a group, with the dates that differ from the school year."""

    student: str
    group: str
    starts: dt.date = FIRST_DAY
    ends: dt.date | None = None


@dataclass
class Job:
    """Someone who works for the school, or for one of its groups."""

    person: str
    function: str
    group: str | None = None
    starts: dt.date = YEAR_STARTS
    ends: dt.date | None = None


@dataclass
class SchoolWorld:
    """Everything one school's administration knows."""

    slug: str
    name: str
    prefix: str
    code: str
    groups: dict[str, str] = field(default_factory=dict)  # key -> name
    levels: dict[str, str] = field(default_factory=dict)  # key -> grade as the format writes it
    students: dict[str, Human] = field(default_factory=dict)
    guardians: dict[str, Human] = field(default_factory=dict)
    staff: dict[str, Human] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)  # guardian, student
    relations: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)  # other than custody
    places: list[Place] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)

    def id(self, key: str) -> str:
        """The key as this school's administration writes it."""
        return f"{self.prefix}-{key}"

    def relation(self, guardian: str, student: str) -> tuple[str, str]:
        """What this adult is to the child, and whether with custody: "yes", "no", or not known."""
        return self.relations.get((guardian, student), ("parent", "yes"))

    def people(self) -> dict[str, Human]:
        """Everybody once; who works here and has a child here is one person."""
        return {**self.guardians, **self.students, **self.staff}

    def place_of(self, student: str) -> Place:
        """Where the student sits now."""
        return next(place for place in self.places if place.student == student and place.ends is None)
