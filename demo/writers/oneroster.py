"""OneRoster 1.2 CSV, bulk, as 1EdTech describes it: guardians are agents of the student.

The columns that begin with "metadata" and the words that begin with "ext:" are the extensions 1.2 allows.
relationships.csv is borrowed from School Data Sync; it says who has custody, and who fosters.
"""

from collections.abc import Iterable
from pathlib import Path

from demo.world import YEAR_ENDS, YEAR_STARTS, Human, SchoolWorld
from demo.writers.sds import write_relationships
from demo.writers.tables import write_table

FILES = "academicSessions classes courses demographics enrollments orgs roles users"
ROLES = {
    "teacher": "teacher",
    "care_worker": "ext:careWorker",
    "head": "principal",
    "office": "siteAdministrator",
}
CHANGED = "2026-11-16T04:00:00.000Z"
YEAR = "jaar-2026"


def write_oneroster(school: SchoolWorld, folder: Path) -> None:
    """The folder with every file the manifest promises."""
    write_table(folder / "manifest.csv", "propertyName value", _manifest())
    _write_frame(school, folder)
    write_table(
        folder / "users.csv",
        "sourcedId status dateLastModified enabledUser username userIds givenName familyName middleName "
        "identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds "
        "preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns "
        "metadata.infix metadata.called",
        (_user(school, person) for person in school.people().values()),
    )
    write_table(
        folder / "roles.csv",
        "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId "
        "userProfileSourcedId",
        _roles(school),
    )
    write_table(
        folder / "demographics.csv",
        "sourcedId status dateLastModified birthDate sex americanIndianOrAlaskaNative asian "
        "blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces "
        "hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth "
        "publicSchoolResidenceStatus",
        (
            [school.id(key), "active", CHANGED, child.born, *[""] * 12]
            for key, child in school.students.items()
        ),
    )
    write_relationships(school, folder)
    write_table(
        folder / "enrollments.csv",
        "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary "
        "beginDate endDate",
        _enrollments(school),
    )


def _manifest() -> Iterable[tuple[str, str]]:
    yield from (("manifest.version", "1.0"), ("oneroster.version", "1.2"))
    for name in (*FILES.split(), "categories", "classResources", "courseResources", "lineItems", "resources"):
        yield f"file.{name}", "bulk" if name in FILES.split() else "absent"
    yield from (("source.systemName", "Schoolregister"), ("source.systemCode", "schoolregister"))


def _write_frame(school: SchoolWorld, folder: Path) -> None:
    """Year, school and classes; a Dutch primary school has one course per year group."""
    write_table(
        folder / "academicSessions.csv",
        "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear",
        [[YEAR, "active", CHANGED, "2026-2027", "schoolYear", YEAR_STARTS, YEAR_ENDS, "", YEAR_ENDS.year]],
    )
    write_table(
        folder / "orgs.csv",
        "sourcedId status dateLastModified name type identifier parentSourcedId",
        [[school.prefix, "active", CHANGED, school.name, "school", school.code, ""]],
    )
    write_table(
        folder / "courses.csv",
        "sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects "
        "subjectCodes",
        [["vak-alle", "active", CHANGED, YEAR, "Alle vakken", "", "", school.prefix, "", ""]],
    )
    write_table(
        folder / "classes.csv",
        "sourcedId status dateLastModified title grades courseSourcedId classCode classType location "
        "schoolSourcedId termSourcedIds subjects subjectCodes periods",
        (
            [
                school.id(key),
                "active",
                CHANGED,
                name,
                school.levels.get(key, ""),
                "vak-alle",
                "",
                _kind(key),
                "",
            ]
            + [school.prefix, YEAR, "", "", ""]
            for key, name in school.groups.items()
        ),
    )


def _kind(group: str) -> str:
    return "ext:care" if group == "bso" else "homeroom"


def _user(school: SchoolWorld, person: Human) -> list[object]:
    agents = ",".join(school.id(adult) for adult, child in school.pairs if child == person.key)
    grade = school.levels.get(school.place_of(person.key).group, "") if person.key in school.students else ""
    return [
        *(school.id(person.key), "active", CHANGED, "true", school.id(person.key), ""),
        *(person.given, person.family, "", "", person.email, person.mobile, "", agents, grade),
        *("", "", "", "", "", "", school.prefix, "", person.infix, person.called),
    ]


def _roles(school: SchoolWorld) -> Iterable[list[object]]:
    rows: list[tuple[str, str, object, object]] = [
        (key, "student", YEAR_STARTS, YEAR_ENDS) for key in school.students
    ]
    rows += [(key, "parent", YEAR_STARTS, YEAR_ENDS) for key in school.guardians]
    rows += [(job.person, ROLES[job.function], job.starts, job.ends or YEAR_ENDS) for job in school.jobs]
    for number, (key, role, starts, ends) in enumerate(rows, start=1):
        kind = "secondary" if role == "parent" and key in school.staff else "primary"
        yield [
            f"rol-{number:04d}",
            "active",
            CHANGED,
            school.id(key),
            kind,
            role,
            starts,
            ends,
            school.prefix,
            "",
        ]


def _enrollments(school: SchoolWorld) -> Iterable[list[object]]:
    rows: list[tuple[str, str, str, object, object]] = [
        (place.group, place.student, "student", place.starts, place.ends) for place in school.places
    ]
    rows += [
        (job.group, job.person, ROLES[job.function], job.starts, job.ends) for job in school.jobs if job.group
    ]
    for number, (group, key, role, starts, ends) in enumerate(rows, start=1):
        primary = "false" if role == "student" else "true"
        yield [
            *(f"plek-{number:04d}", "active", CHANGED, school.id(group), school.prefix, school.id(key), role),
            *(primary, starts, ends or YEAR_ENDS),
        ]
