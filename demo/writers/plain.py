"""A school's own sheets, as Dutch pupil administrations export them: semicolons, Dutch titles and dates."""

from collections.abc import Iterable
from pathlib import Path

from demo.world import Human, SchoolWorld
from demo.writers.tables import write_table

ADULT = (
    "Verzorgernummer",
    "Voornaam",
    "Tussenvoegsel",
    "Achternaam",
    "E-mail",
    "Telefoon",
    "Relatie",
    "Gezag",
)
FUNCTIONS = {
    "teacher": "docent",
    "career_coach": "loopbaancoach",
    "head": "directeur",
    "office": "administratie",
}
RELATIONS = {"parent": "ouder", "fosterParent": "pleegouder", "relative": "oma"}
CUSTODY = {"yes": "ja", "no": "nee", "": ""}


def titles(number: int) -> list[str]:
    """The columns of the first or the second guardian on a row."""
    return (
        [f"Nummer verzorger {number}"]
        + [f"{title} verzorger {number}" for title in ADULT[1:-1]]
        + [f"Gezag {number}"]
    )


def write_guardians(school: SchoolWorld, file: Path) -> None:
    """One row for each guardian of each child: the second file an EDEXML import needs."""
    columns = [
        "Leerlingnummer",
        "Nummer verzorger",
        *(f"{title} verzorger" for title in ADULT[1:-1]),
        "Gezag",
    ]
    rows = ([school.id(student), *_adult(school, guardian, student)] for guardian, student in school.pairs)
    write_table(file, columns, rows, delimiter=";")


def write_plain(school: SchoolWorld, folder: Path) -> None:
    """Students with their guardians on one row, and a second sheet of who works here."""
    columns = ["Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Klas"]
    write_table(folder / "leerlingen.csv", columns + titles(1) + titles(2), _students(school), delimiter=";")
    write_table(
        folder / "medewerkers.csv",
        ["Medewerkernummer", "Voornaam medewerker", "Tussenvoegsel medewerker", "Achternaam medewerker"]
        + ["E-mail medewerker", "Functie", "Klas"],
        _staff(school),
        delimiter=";",
    )


def _students(school: SchoolWorld) -> Iterable[list[object]]:
    for key, child in school.students.items():
        row: list[object] = [school.id(key), *_name(child), f"{child.born:%d-%m-%Y}"]
        row.append(school.groups[school.place_of(key).group])
        for guardian in [adult for adult, student in school.pairs if student == key][:2]:
            row += _adult(school, guardian, key)
        yield row + [""] * (6 + 2 * len(ADULT) - len(row))


def _staff(school: SchoolWorld) -> Iterable[list[object]]:
    for job in school.jobs:
        person = school.staff[job.person]
        group = school.groups[job.group] if job.group else ""
        yield [school.id(job.person), *_name(person), person.email, FUNCTIONS[job.function], group]


def _adult(school: SchoolWorld, guardian: str, student: str) -> list[object]:
    person = school.guardians[guardian]
    relation, custody = school.relation(guardian, student)
    reach = [person.email, person.mobile, RELATIONS[relation], CUSTODY[custody]]
    return [school.id(guardian), *_name(person), *reach]


def _name(person: Human) -> list[object]:
    return [person.given, person.infix, person.family]
