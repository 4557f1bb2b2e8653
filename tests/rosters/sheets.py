"""Small rosters for tests: a OneRoster set as a dict of files, changed by hand where a test needs it."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

Table = list[dict[str, str]]


@dataclass
class Sheets:
    """OneRoster 1.2 for one school: Noor and Sem in groep 5, with Anna, Bram and juf Tess."""

    school: str = "De Meander"
    people: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # key -> role, name, birth date
    seats: list[tuple[str, str, str]] = field(default_factory=list)  # user, class, role
    pairs: list[tuple[str, str, str, str]] = field(default_factory=list)  # child, adult, role, custody
    classes: dict[str, str] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)

    @classmethod
    def small(cls, school: str = "De Meander") -> "Sheets":
        made = cls(school)
        made.classes = {"c5": "groep 5", "c6": "groep 6"}
        made.add("noor", "student", "Noor Jansen", "2018-03-01").add(
            "sem", "student", "Sem de Wit", "2018-05-02"
        )
        made.add("anna", "parent", "Anna Jansen").add("bram", "parent", "Bram Jansen").add(
            "tess", "teacher", "Tess Bos"
        )
        made.seats = [("noor", "c5", "student"), ("sem", "c5", "student"), ("tess", "c5", "teacher")]
        made.pairs = [("noor", "anna", "parent", "yes"), ("noor", "bram", "parent", "yes")]
        made.emails = {"anna": "thuis@example.org", "bram": "thuis@example.org"}
        return made

    @classmethod
    def filled(cls, students: int = 40, school: str = "De Meander") -> "Sheets":
        """A class of so many students, each with one parent with custody."""
        made = cls(school, classes={"c5": "groep 5", "c6": "groep 6"})
        made.add("tess", "teacher", "Tess Bos").seats.append(("tess", "c5", "teacher"))
        for number in range(students):
            child, adult = f"kind{number}", f"ouder{number}"
            made.add(child, "student", f"Kind{letters(number)} Jansen", f"2018-01-{number % 28 + 1:02}")
            made.add(adult, "parent", f"Ouder{letters(number)} Jansen")
            made.seats.append((child, "c5", "student"))
            made.pairs.append((child, adult, "parent", "yes"))
        return made

    def add(self, key: str, role: str, name: str, born: str = "") -> "Sheets":
        self.people[key] = (role, name, born)
        return self

    def without(self, *keys: str) -> "Sheets":
        """The same roster when these people are gone from it."""
        for key in keys:
            self.people.pop(key)
        self.seats = [row for row in self.seats if row[0] not in keys]
        self.pairs = [row for row in self.pairs if row[0] not in keys and row[1] not in keys]
        return self

    def move(self, key: str, group: str) -> "Sheets":
        self.seats = [(user, group if user == key else old, role) for user, old, role in self.seats]
        return self

    def files(self) -> dict[str, str]:
        """Every file of the set by name."""
        empty = dict.fromkeys(
            ("userSourcedId", "relationshipUserSourcedId", "relationshipRole", "custody"), ""
        )
        return {
            "manifest.csv": "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n",
            "orgs.csv": table([{"sourcedId": "o1", "name": self.school, "type": "school", "identifier": ""}]),
            "users.csv": table([self._user(key) for key in self.people]),
            "roles.csv": table([self._role(key) for key in self.people]),
            "demographics.csv": table(
                [{"sourcedId": key, "birthDate": born} for key, (_role, _name, born) in self.people.items()]
            ),
            "classes.csv": table(
                [
                    {"sourcedId": key, "title": title, "classType": "homeroom", "schoolSourcedId": "o1"}
                    for key, title in self.classes.items()
                ]
            ),
            "enrollments.csv": table([self._seat(number) for number in range(len(self.seats))]),
            "relationships.csv": table([dict(zip(empty, row, strict=True)) for row in self.pairs] or [empty]),
        }

    def _role(self, key: str) -> dict[str, str]:
        role = {"userSourcedId": key, "role": self.people[key][0], "orgSourcedId": "o1"}
        return {"sourcedId": f"r{key}"} | role

    def _seat(self, number: int) -> dict[str, str]:
        user, group, role = self.seats[number]
        return {"sourcedId": f"e{number}", "classSourcedId": group, "userSourcedId": user, "role": role}

    def _user(self, key: str) -> dict[str, str]:
        given, _space, family = self.people[key][1].partition(" ")
        names = {"givenName": given, "familyName": family}
        return {"sourcedId": key, "enabledUser": "true", "email": self.emails.get(key, "")} | names

    def zip(self, path: Path) -> Path:
        return zipped(path, self.files())


def letters(number: int) -> str:
    """A number as letters, for names: 27 is "bb"."""
    return chr(97 + number % 26) * (number // 26 + 1)


def table(rows: Table, delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path
