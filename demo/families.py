"""Fills the schools: first the hand-written cast, then families drawn by a fixed dice."""

import datetime as dt
import random
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from demo.names import BACKGROUNDS, Background
from demo.world import FIRST_DAY, YEAR_STARTS, Human, Job, Place, SchoolWorld

HERE = Path(__file__).parent
CAST: dict[str, Any] = tomllib.loads((HERE / "cast.toml").read_text(encoding="utf-8"))
STAFF_MAIL = {
    "de-vlieger": "devlieger",
    "het-kompas": "hetkompas",
    "vakcollege-delta": "delta",
    "de-brug": "debrug",
}

FIRST_NUMBER = {"de-vlieger": 1000, "het-kompas": 2000, "vakcollege-delta": 3000, "de-brug": 4000}


def slug(text: str) -> str:
    """Letters an e-mail address can hold: "Şahin" becomes "sahin"."""
    plain = text.replace("ı", "i").replace("ł", "l").replace("Ł", "l").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return "".join(letter for letter in plain if letter.isalnum())


def reachable(person: Human, number: int) -> Human:
    """Give an adult an address and a phone number that nobody can have."""
    person.email = f"{slug(person.given)}.{slug(person.surname)}@thuis.example"
    person.mobile = f"+31600{number:06d}"
    return person


class Filler:
    """One school being filled. The same seed always gives the same school."""

    def __init__(self, school: SchoolWorld) -> None:
        self.school = school
        self.dice = random.Random(school.slug)
        self.families: list[tuple[list[str], Background, str]] = []
        self.number = FIRST_NUMBER[school.slug]  # no two schools give the same number

    def seat_cast(self) -> None:
        """Everyone from cast.toml who belongs to this school."""
        for key, work in CAST["staff"].items():
            if work["school"] == self.school.slug:
                self._appoint(key, work)
        for key, child in CAST["child"].items():
            if child["group"] in self.school.groups.values():
                self._enrol_cast(key, child)

    def _appoint(self, key: str, work: dict[str, Any]) -> None:
        person = Human.named(key, work["name"], called=work["called"])
        person.email = f"{slug(person.given)}@{STAFF_MAIL[self.school.slug]}.example"
        self.school.staff[key] = person
        group = self._key_of(work["group"]) if "group" in work else None
        starts = work.get("starts", YEAR_STARTS)
        self.school.jobs.append(Job(key, work["function"], group, starts, work.get("ends")))

    def _enrol_cast(self, key: str, child: dict[str, Any]) -> None:
        self.school.students[key] = Human.named(key, child["name"], born=child["born"])
        starts = child.get("changed_on", FIRST_DAY)
        if "was_in" in child:
            before = starts - dt.timedelta(days=1)
            self.school.places.append(Place(key, self._key_of(child["was_in"]), FIRST_DAY, before))
        self.school.places.append(Place(key, self._key_of(child["group"]), starts))
        for adult in child["guardians"]:
            self._guardian_from_cast(adult)
            self.school.pairs.append((adult, key))
            if adult in child.get("relations", {}):
                self.school.relations[adult, key] = tuple(child["relations"][adult])

    def _guardian_from_cast(self, key: str) -> None:
        if key in self.school.staff:
            self.school.guardians.setdefault(key, self.school.staff[key])
        elif key not in self.school.guardians:
            number = 100 + list(CAST["adult"]).index(key)
            person = reachable(Human.named(key, CAST["adult"][key]), number)
            person.email = CAST["address"].get(key, person.email)
            person.mobile = person.mobile if person.email else ""
            self.school.guardians[key] = person

    def fill(self, group: str, size: int, youngest: dt.date, oldest: dt.date) -> None:
        """Add children until the group has this many now, siblings of earlier groups among them."""
        key = self._key_of(group)
        taken = sum(place.group == key and place.ends is None for place in self.school.places)
        used: set[int] = set()
        for _ in range(size - taken):
            self._add_child(key, youngest, oldest, used)

    def _add_child(self, group: str, youngest: dt.date, oldest: dt.date, used: set[int]) -> None:
        older = [at for at in range(len(self.families)) if at not in used]
        if older and self.dice.random() < 0.28:
            at = self.dice.choice(older)
        else:
            at = self._new_family()
        used.add(at)
        adults, background, family = self.families[at]
        self.number += 1
        born = oldest + dt.timedelta(days=self.dice.randrange((youngest - oldest).days))
        child = Human.named(
            f"l{self.number:04d}", f"{self._unused_name(group, background)} {family}", born=born
        )
        self.school.students[child.key] = child
        self.school.places.append(Place(child.key, group))
        self.school.pairs.extend((adult, child.key) for adult in adults)

    def _new_family(self) -> int:
        background = self.dice.choices(BACKGROUNDS, [each.share for each in BACKGROUNDS])[0]
        family = self.dice.choice(background.families)
        parents = [self.dice.choice(background.mothers), self.dice.choice(background.fathers)]
        if self.dice.random() < 0.2:
            parents = parents[:1]
        adults = [self._new_adult(name, family, background) for name in parents]
        self.families.append((adults, background, family))
        return len(self.families) - 1

    def _new_adult(self, given: str, family: str, background: Background) -> str:
        self.number += 1
        adult = reachable(Human.named(f"o{self.number:04d}", f"{given} {family}"), self.number)
        adult.language = background.language if self.dice.random() < 0.6 else "nl"
        if any(adult.email == other.email for other in self.school.guardians.values()):
            adult.email = adult.email.replace("@", f"{self.number}@")
        self.school.guardians[adult.key] = adult
        return adult.key

    def _unused_name(self, group: str, background: Background) -> str:
        here = {place.student for place in self.school.places if place.group == group}
        taken = {self.school.students[student].given for student in here}
        return self.dice.choice(
            [name for name in background.children if name not in taken] or background.children
        )

    def _key_of(self, group: str) -> str:
        return next(key for key, name in self.school.groups.items() if name == group)
