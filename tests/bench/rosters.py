"""Writes a OneRoster 1.2 file of a whole board: 400 students and 700 guardians a school. Always the same."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

STUDENTS, IN_A_GROUP = 400, 25
PEOPLE = 400 + 700 + 16  # students, guardians and one teacher for each group
FIRST = ("Noor", "Sem", "Yusuf", "Zeynep", "Daan", "Amira", "Lotte", "Ravi", "Grace", "Milan")
LAST = ("Jansen", "de Wit", "Bennani", "Kaya", "van Leeuwen", "Haile", "Bakker", "Singh", "Mensah", "Nowak")
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu")
Row = tuple[str, ...]
HEADS = {
    "orgs": ("sourcedId", "name", "type", "identifier"),
    "users": ("sourcedId", "enabledUser", "email", "givenName", "familyName"),
    "roles": ("sourcedId", "userSourcedId", "role", "orgSourcedId"),
    "demographics": ("sourcedId", "birthDate"),
    "classes": ("sourcedId", "title", "classType", "schoolSourcedId"),
    "enrollments": ("sourcedId", "classSourcedId", "userSourcedId", "role"),
    "relationships": ("userSourcedId", "relationshipUserSourcedId", "relationshipRole", "custody"),
}


def write(path: Path, schools: int, today: dt.date) -> Path:
    """The zip of so many schools, named "School 0" and on."""
    sheets: dict[str, list[Row]] = {name: [head] for name, head in HEADS.items()}
    for number in range(schools):
        for name, row in school(number, today):
            sheets[name].append(row)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "manifest.csv", "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n"
        )
        for name, rows in sheets.items():
            text = io.StringIO()
            csv.writer(text).writerows(rows)
            archive.writestr(f"{name}.csv", text.getvalue())
    return path


def school(number: int, today: dt.date) -> Iterator[tuple[str, Row]]:
    """Every row about one school, with the sheet it belongs to."""
    org = f"o{number}"
    yield "orgs", (org, f"School {number}", "school", "")
    for group in range(STUDENTS // IN_A_GROUP):
        yield "classes", (f"{org}c{group}", f"groep {group % 8 + 1}{'ab'[group // 8]}", "homeroom", org)
        yield from person(f"{org}t{group}", "teacher", group, org)
        yield "enrollments", (f"{org}et{group}", f"{org}c{group}", f"{org}t{group}", "teacher")
    for place in range(STUDENTS):
        yield from family(org, place, today)


def family(org: str, place: int, today: dt.date) -> Iterator[tuple[str, Row]]:
    """A student in a group; two guardians for three out of four."""
    child = f"{org}s{place}"
    yield from person(child, "student", place, org)
    yield "demographics", (child, today.replace(year=today.year - 8, day=place % 28 + 1).isoformat())
    yield "enrollments", (f"{org}es{place}", f"{org}c{place // IN_A_GROUP}", child, "student")
    for adult in (f"{child}a", f"{child}b")[: 1 if place % 4 == 0 else 2]:
        yield from person(adult, "parent", place, org)
        yield "relationships", (child, adult, "parent", "yes")


def person(key: str, role: str, number: int, org: str) -> Iterator[tuple[str, Row]]:
    email = f"{key}@thuis.example" if role == "parent" else ""
    given = FIRST[number % 10] if role == "student" else f"{FIRST[number % 10]}{'ab'[key.endswith('b')]}"
    family_name = (
        f"{LAST[number // 10 % 10]}{''.join(SYLLABLES[int(digit)] for digit in f'{number}{org[1:]}')}"
    )
    yield "users", (key, "true", email, given, family_name)
    yield "roles", (f"r{key}", key, role, org)
