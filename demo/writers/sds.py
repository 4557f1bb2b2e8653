"""Microsoft School Data Sync 2.1 CSV: guardians stand in relationships.csv."""

from collections.abc import Iterable
from pathlib import Path

from demo.world import YEAR_ENDS, YEAR_STARTS, SchoolWorld
from demo.writers.tables import write_table

YEAR = "2026-2027"


def write_sds(school: SchoolWorld, folder: Path) -> None:
    """The folder as School Data Sync takes it in."""
    write_table(
        folder / "orgs.csv",
        "sourcedId name type parentSourcedId",
        [[school.prefix, school.name, "school", ""]],
    )
    write_table(
        folder / "academicSessions.csv",
        "sourcedId title type schoolYear startDate endDate",
        [[YEAR, YEAR, "schoolYear", YEAR_ENDS.year, YEAR_STARTS, YEAR_ENDS]],
    )
    write_table(
        folder / "users.csv",
        "sourcedId username givenName familyName password activeDirectoryMatchId email phone sms",
        (
            [
                school.id(key),
                school.id(key),
                person.given,
                person.surname,
                "",
                "",
                person.email,
                "",
                person.mobile,
            ]
            for key, person in school.people().items()
        ),
    )
    write_table(
        folder / "roles.csv",
        "userSourcedId orgSourcedId role sessionSourcedId grade isPrimary roleStartDate roleEndDate",
        _roles(school),
    )
    write_table(
        folder / "classes.csv",
        "sourcedId orgSourcedId title sessionSourcedIds courseSourcedId",
        ([school.id(key), school.prefix, name, YEAR, ""] for key, name in school.groups.items()),
    )
    write_table(folder / "enrollments.csv", "classSourcedId userSourcedId role", _enrollments(school))
    write_table(
        folder / "demographics.csv",
        "userSourcedId sex birthDate birthCity birthState birthCountry",
        ([school.id(key), "", child.born, "", "", ""] for key, child in school.students.items()),
    )
    write_relationships(school, folder)


def write_relationships(school: SchoolWorld, folder: Path) -> None:
    """relationships.csv, with the one column of our own: custody."""
    write_table(
        folder / "relationships.csv",
        "userSourcedId relationshipUserSourcedId relationshipRole custody",
        (
            [school.id(student), school.id(guardian), *school.relation(guardian, student)]
            for guardian, student in school.pairs
        ),
    )


def _roles(school: SchoolWorld) -> Iterable[list[object]]:
    for key in school.students:
        yield [school.id(key), school.prefix, "student", YEAR, "", "true", "", ""]
    for key in school.guardians:
        yield [school.id(key), school.prefix, "parent", YEAR, "", "true", "", ""]
    for job in school.jobs:
        yield [school.id(job.person), school.prefix, job.function, YEAR, "", "true", job.starts, job.ends]


def _enrollments(school: SchoolWorld) -> Iterable[list[object]]:
    for place in school.places:
        yield [school.id(place.group), school.id(place.student), "student"]
    for job in school.jobs:
        if job.group:
            yield [school.id(job.group), school.id(job.person), "teacher"]
