"""Who is ill, late or missed in the cast's world: something to be found on the pages of who may know."""

import datetime as dt
import re
import uuid

from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.schools.models import School
from driehoek.features.absences import reporting
from driehoek.features.absences.asking_leave import ask_leave
from driehoek.features.absences.models import (
    Absence,
    Ground,
    LeaveRequest,
    LeaveReversal,
    MorningQuestion,
    Pickup,
    Reason,
)
from driehoek.features.absences.reporting import Said, schools_of
from driehoek.features.corrections.models import Correction
from driehoek.features.corrections.naming import name_near
from tests.cast import NOW, Cast
from tests.oracle.canaries import Plant, Thing
from tests.oracle.swapped import swap

TODAY = NOW.date()
MORNING = NOW.replace(hour=7, minute=40)
NAMED = {  # these have no words: their addresses and lines give them away
    "absence": re.compile(r"afwezig[-/](\d+)\b"),
    "carried": re.compile(r"\bbrief-(\d+)\b"),
    "phone": re.compile(r"/telefoon/(\d+)/uit/"),
    "interpreter": re.compile(r"tolk-(\d+)\b|/tolk/(\d+)/klaar/"),
}


def named_in(text: str) -> set[Thing]:
    """What a page leads to or shows on a list without a word of it."""
    found = ((kind, match) for kind, shape in NAMED.items() for match in shape.finditer(text))
    return {(kind, int(next(filter(None, match.groups())))) for kind, match in found}


def asked_in(cast: Cast) -> dict[str, tuple[Person, Person, School]]:
    """Two homes of one child, a protected child, and a child at another school."""
    return {
        "Naima for Yusuf": (cast.yusuf, cast.naima, cast.vlieger),
        "Rachid for Yusuf": (cast.yusuf, cast.rachid, cast.vlieger),
        "Karin for Lotte": (cast.lotte, cast.karin, cast.vlieger),
        "Sri for Dewi": (cast.dewi, cast.sri, cast.delta),
    }


def named_in_life(cast: Cast) -> dict[str, tuple[Person, Person, str]]:
    return {
        "of Naima": (cast.yusuf, cast.naima, "grandparent"),
        "of Rachid": (cast.yusuf, cast.rachid, "family"),
        "of Marieke, because of a block not yet agreed": (cast.finn, cast.marieke, "sitter"),
        "of Karin": (cast.lotte, cast.karin, "neighbour"),
    }


class Absent:
    """Told by home and missed by school; one that was taken back, one question at breakfast. And what has
    words, each with a secret in it: leave that was asked for, people near a child, corrections."""

    def __init__(self, cast: Cast, plant: Plant) -> None:
        self.rows: dict[str, Absence] = {}
        self.plant = plant
        self.leaves = {name: self._ask(*who) for name, who in asked_in(cast).items()}
        self.swaps = swap(cast, plant)
        self.near = {name: self._name(*who) for name, who in named_in_life(cast).items()}
        self.corrections = {
            person.given_name: self._correct(person) for person in (cast.naima, cast.rachid, cast.karin)
        }
        moved = {"Naima moved": cast.naima, "Kevin moved": cast.kevin, "Karin moved and hid": cast.karin}
        self.corrections |= {name: self._move(person) for name, person in moved.items()}
        self._tell("yusuf ill", cast.yusuf, cast.naima, Reason.ILL)
        self._tell("lina at the dentist", cast.lina, cast.rachid, Reason.DOCTOR)
        self._tell("finn ill", cast.finn, cast.marieke, Reason.ILL)
        self._tell("mila ill since yesterday", cast.mila, cast.sanne_v, Reason.ILL, days_ago=1)
        self._tell("lotte ill", cast.lotte, cast.karin, Reason.ILL)
        self._tell("dewi late", cast.dewi, cast.sri, Reason.LATE)
        self._tell("kevin ill", cast.kevin, cast.kevin, Reason.ILL)
        self._tell("jayden taken back", cast.jayden, cast.cheryl, Reason.LATE)
        self.rows["jayden taken back"].withdraw(by=cast.cheryl, at=MORNING)
        self.rows["noor missed"] = reporting.note_missing(
            cast.noor, cast.vlieger, by=cast.anouk, at=NOW.replace(hour=8, minute=40), day=TODAY
        )
        MorningQuestion.ask(self.rows["mila ill since yesterday"], day=TODAY, at=MORNING)

    def _tell(self, name: str, child: Person, by: Person, reason: str, days_ago: int = 0) -> None:
        day = TODAY - dt.timedelta(days=days_ago)
        said = Said(reason, day, None if reason == Reason.ILL else day)
        told = reporting.report([child], said, token=uuid.uuid5(uuid.NAMESPACE_OID, name), by=by, at=MORNING)
        self.rows[name] = Absence.objects.get(report=told)

    def _ask(self, child: Person, by: Person, school: School) -> LeaveRequest:
        words = self.plant(f"leave of {by.given_name}")
        days = (TODAY + dt.timedelta(days=20), TODAY + dt.timedelta(days=21))
        asked = ask_leave(
            child, school, token=uuid.uuid5(uuid.NAMESPACE_OID, words), ground=Ground.WEDDING, days=days,
            explanation=f"Het is {words}.", by=by, at=MORNING, today=TODAY,
        )  # fmt: skip
        self.plant.belongs("leave", asked.pk, words)
        again = self.plant(f"leave of {by.given_name} looked at again")
        LeaveReversal.objects.create(request=asked, was_granted=False, reason=again, by=by, at=MORNING)
        self.plant.belongs("leave", asked.pk, again)
        return asked

    def _name(self, child: Person, by: Person, relation: str) -> NearPerson:
        name = self.plant(f"near of {by.given_name}")
        words = {"name": f"Oma {name}", "relation": relation, "phone": "", "may_collect": True}
        near = name_near(child, words | {"in_emergency": False}, by=by, at=MORNING, today=TODAY)
        self.plant.belongs("near", near.pk, name)
        Pickup.arrange(child, schools_of([child], TODAY)[child.pk], day=TODAY, by=by, at=MORNING, near=near)
        return near

    def _correct(self, person: Person) -> Correction:
        address = self.plant(f"correction of {person.given_name}")
        correction = Correction.propose(person, "email", f"{address}@nieuw.example", at=MORNING)
        assert correction
        self.plant.belongs("correction", correction.pk, address)
        return correction

    def _move(self, person: Person) -> Correction:
        street = self.plant(f"address of {person.given_name}")
        words = f"{street}straat 1\n1234 AB Utrecht"
        moved = Correction.propose(person, "address", words, at=MORNING, starts_on=TODAY)
        assert moved
        self.plant.belongs("correction", moved.pk, street)
        return moved

    @property
    def shown_today(self) -> set[Thing]:
        """What must be found by whoever may know it."""
        return {("absence", row.pk) for name, row in self.rows.items() if name != "jayden taken back"}
