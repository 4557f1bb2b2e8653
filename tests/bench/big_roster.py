"""Writes a OneRoster 1.2 zip of as many schools as asked, always the same one: for speed and for growth.

A school has 400 students in 16 classes, 700 guardians and 32 teachers. Names are drawn from short lists.
"""

import csv
import io
import random
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

STUDENTS, CLASSES, TEACHERS = 400, 16, 32
TWO_GUARDIANS = 300  # students with two guardians; the others have one, so 700 guardianships in all
GIVEN = (
    "Noor Sem Lina Yusuf Adam Emma Noah Saar Finn Mila Levi Zoë Daan Aylin Milan Fatima Sven Julia".split()
)
FAMILY = "Jansen Bakker Visser Smit Meijer Yılmaz Mulder Bos Vos Peters Hendriks Kaya Dekker Brouwer".split()
ENDED = "2027-07-31"
HEADERS = {
    "orgs.csv": "sourcedId status dateLastModified name type identifier parentSourcedId",
    "academicSessions.csv": "sourcedId status dateLastModified title type startDate endDate parentSourcedId "
    "schoolYear",
    "users.csv": "sourcedId status dateLastModified enabledUser username userIds givenName familyName "
    "middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier "
    "preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns",
    "roles.csv": "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate "
    "orgSourcedId userProfileSourcedId",
    "demographics.csv": "sourcedId status dateLastModified birthDate sex",
    "classes.csv": "sourcedId status dateLastModified title grades courseSourcedId classCode classType "
    "location schoolSourcedId termSourcedIds subjects subjectCodes periods",
    "enrollments.csv": "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role "
    "primary beginDate endDate",
    "relationships.csv": "userSourcedId relationshipUserSourcedId relationshipRole custody",
}
Cells = dict[str, str]


def school_name(number: int) -> str:
    return f"School {number}"


def write_big_roster(path: Path, schools: int, *, seed: int = 1) -> Path:
    """The zip at this path. Raises nothing; the same arguments give the same rows."""
    files: dict[str, list[Cells]] = {name: [] for name in HEADERS}
    chance = random.Random(seed)
    year = {"sourcedId": "year", "title": "2026-2027", "type": "schoolYear", "schoolYear": "2027"}
    files["academicSessions.csv"].append(year | {"startDate": "2026-08-01", "endDate": ENDED})
    for number in range(schools):
        _add_school(files, f"s{number}", number, chance)
    manifest = {"manifest.version": "1.0", "oneroster.version": "1.2"}
    manifest |= {f"file.{name[:-4]}": "bulk" for name in HEADERS if name != "relationships.csv"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.csv", _csv(["propertyName", "value"], manifest.items()))
        for name, rows in files.items():
            header = HEADERS[name].split()
            archive.writestr(name, _csv(header, ([row.get(column, "") for column in header] for row in rows)))
    return path


def _add_school(files: dict[str, list[Cells]], school: str, number: int, chance: random.Random) -> None:
    files["orgs.csv"].append({"sourcedId": school, "name": school_name(number), "type": "school"})
    for index in range(CLASSES):
        key = f"{school}-c{index}"
        row = {"sourcedId": key, "title": f"groep {index // 2 + 1}{'ab'[index % 2]}", "classType": "homeroom"}
        files["classes.csv"].append(row | {"schoolSourcedId": school, "termSourcedIds": "year"})
    for index in range(TEACHERS):
        user = _add_user(files, f"{school}-t{index}", "teacher", school, chance)
        _enrol(files, user, f"{school}-c{index % CLASSES}", "teacher", school)
    for index in range(STUDENTS):
        user = _add_user(files, f"{school}-p{index}", "student", school, chance)
        _enrol(files, user, f"{school}-c{index % CLASSES}", "student", school)
        born = f"{2014 + index % 8}-{index % 12 + 1:02}-{index % 28 + 1:02}"
        files["demographics.csv"].append({"sourcedId": user, "birthDate": born})
        for parent in _guardians(files, school, index, chance):
            row = {"userSourcedId": user, "relationshipUserSourcedId": parent}
            files["relationships.csv"].append(row | {"relationshipRole": "parent", "custody": "yes"})


def _guardians(
    files: dict[str, list[Cells]], school: str, index: int, chance: random.Random
) -> Iterator[str]:
    for letter in "ab" if index < TWO_GUARDIANS else "a":
        yield _add_user(files, f"{school}-g{index}{letter}", "parent", school, chance)


def _add_user(files: dict[str, list[Cells]], key: str, role: str, school: str, chance: random.Random) -> str:
    row = {"sourcedId": key, "enabledUser": "true", "givenName": chance.choice(GIVEN)}
    row |= {"familyName": chance.choice(FAMILY), "email": "" if role == "student" else f"{key}@example.org"}
    files["users.csv"].append(row)
    files["roles.csv"].append(
        {
            "sourcedId": f"r-{key}",
            "userSourcedId": key,
            "roleType": "primary",
            "role": role,
            "orgSourcedId": school,
        }
    )
    return key


def _enrol(files: dict[str, list[Cells]], user: str, group: str, role: str, school: str) -> None:
    row = {"sourcedId": f"e-{user}", "classSourcedId": group, "userSourcedId": user, "role": role}
    files["enrollments.csv"].append(row | {"schoolSourcedId": school, "beginDate": "2026-08-01"})


def _csv(header: list[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
