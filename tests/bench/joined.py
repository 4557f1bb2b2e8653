"""A whole roster from a OneRoster server: how long, how much memory, what a kill in the middle costs."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.bench.figures import Figure
from tests.bench.gradebook import STUDENTS, empty, ended, killed_after, worker
from tests.bench.installation import Installation
from tests.bench.rosters import FIRST, IN_A_GROUP, LAST
from tests.servers.oneroster import MarkBook, keeping_marks

JOINING = "tests.bench.joining"
MEMORY = 500  # MB
MANY = 600  # seconds for 40,000 students: an import of 300, and as long again to fetch them
FOUR = (
    "0",
    "0a",
    "1",
    "1a",
    "1b",
    "2",
    "2a",
    "2b",
    "3",
    "3a",
    "3b",
)  # of four students, three have two parents


@dataclass
class EndlessRoster(MarkBook):
    """Makes its rows when they are asked for."""

    students: int = 0

    def page(self, kind: str, asked: dict[str, str]) -> list[Any]:
        classes = self.students // IN_A_GROUP
        users = self.students // 4 * len(FOUR) + classes
        counts = {"orgs": 1, "classes": classes, "users": users, "demographics": self.students}
        counts["enrollments"] = self.students + classes
        start = int(asked.get("offset", 0))
        end = min(start + int(asked.get("limit", 100)), counts.get(kind, 0))
        return [self._row(kind, number) for number in range(start, end)]

    def _row(self, kind: str, number: int) -> dict[str, Any]:
        row: dict[str, Any] = {"sourcedId": f"{kind}-{number}", "dateLastModified": "2026-10-01T12:00:00Z"}
        match kind:
            case "orgs":
                return row | {"name": "De Meetlat", "type": "school"}
            case "classes":
                return row | {"title": f"{number}A", "classType": "homeroom", "school": named("orgs-0")}
            case "demographics":
                return row | {"sourcedId": f"s{number}", "birthDate": f"2016-{number % 12 + 1:02}-11"}
            case "users":
                return row | self._user(number)
        key = f"s{number}" if number < self.students else f"t{number - self.students}"
        place = number // IN_A_GROUP if number < self.students else number - self.students
        role = {"role": "student" if key[0] == "s" else "teacher", "user": named(key)}
        return row | role | {"class": named(f"classes-{place}")}

    def _user(self, number: int) -> dict[str, Any]:
        block, place = divmod(number, len(FOUR))
        if block * 4 >= self.students:
            return user(f"t{number - self.students // 4 * len(FOUR)}", "teacher", number)
        student = f"s{block * 4 + int(FOUR[place][0])}"
        if letter := FOUR[place][1:]:
            return user(student + letter, "parent", number)
        agents = [named(f"{student}{one[1:]}") for one in FOUR if one[0] == FOUR[place] and one[1:]]
        return user(student, "student", number) | {"agents": agents}


def user(key: str, role: str, number: int) -> dict[str, Any]:
    names = {"givenName": FIRST[number % 10], "familyName": f"{LAST[number // 10 % 10]} {letters(number)}"}
    return {"sourcedId": key, "roles": [{"role": role, "org": named("orgs-0")}]} | names


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def named(key: str) -> dict[str, str]:
    return {"sourcedId": key}


def joined(schools: int, database: str) -> Iterator[Figure]:
    """Fetched by a worker that is killed once, agreed to, and the next night once more with nothing new."""
    students = schools * STUDENTS
    with keeping_marks(EndlessRoster(students=students)) as book, empty(database, book) as at:
        at.run("-m", JOINING, "found", book.place)
        began = time.monotonic()
        peaks = [killed_after(at, book, max(3, students // 400), JOINING), fetched(at, "later")]
        peaks.append(ended(worker(at, JOINING, "agree")))
        seconds = time.monotonic() - began
        there = int(at.run("-m", JOINING, "count"))
        again = time.monotonic()
        peaks.append(fetched(at, "tomorrow"))
        name, limit = f"joined.{students}", max(30.0, MANY * schools / 100)
        yield Figure(name=f"{name}.lost_or_doubled", value=abs(there - students), unit="", limit=0)
        yield Figure(name=f"{name}.memory", value=max(peaks), unit="MB", limit=MEMORY)
        yield Figure(name=f"{name}.time", value=seconds, unit="s", limit=limit)
        yield Figure(name=f"{name}.again.time", value=time.monotonic() - again, unit="s", limit=limit)


def fetched(at: Installation, when: str) -> float:
    return ended(worker(at, JOINING, "fetch", when))
