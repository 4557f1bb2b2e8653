"""Assignments that students of the cast got, and what they and their homes said, each with a canary."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Model

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.career.models import Assignment, Outcome, OutcomeVoice
from tests.cast import NOW, TODAY
from tests.oracle.rules import World
from tests.oracle.spoken import voice
from tests.oracle.tables import keyed

if TYPE_CHECKING:
    from tests.oracle.life import Life

A_DAY = dt.timedelta(days=1)
LATE = dt.timedelta(hours=1)  # so that the last word was said at home before NOW


class Careers:
    """Of a student with two homes, told home and only just; of one of 17, and of one who is of age."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.assignments: dict[str, Assignment] = {}
        self.outcomes: dict[str, Outcome] = {}
        self._give("Adam", cast.adam, cast.klas_1b, cast.dijk, "werkdag", at=NOW - 9 * A_DAY)
        self._give("Adam now", cast.adam, cast.klas_1b, cast.dijk, "krachten", at=NOW - LATE)
        self._give("Kevin", cast.kevin, cast.lassen_2, cast.wendy, "werkdag", at=NOW - 9 * A_DAY)
        self._give("Dewi", cast.dewi, cast.zorg_2a, cast.youssef, "werkdag", at=NOW - 9 * A_DAY)
        homes = {
            "Adam": (cast.adam, cast.naima, cast.rachid),
            "Kevin": (cast.kevin,),
            "Dewi": (cast.dewi, cast.sri),
        }
        for name, people in homes.items():
            for person in people:
                self._tell(name, person)
        self._tell("Adam now", cast.adam)
        for name in ("Adam by Rachid", "Kevin by Kevin", "Dewi by Dewi"):
            self.outcomes[name].bring(at=NOW)
        spoken = voice(life, "about work by Adam", cast.adam, "home")
        OutcomeVoice.carry(self.outcomes["Adam by Adam"].pk, spoken)

    @property
    def all(self) -> list[Model]:
        return [*self.assignments.values(), *self.outcomes.values()]

    @property
    def reported(self) -> list[tuple[object, ...]]:
        return [("opdracht-thuis", outcome.pk) for outcome in self.outcomes.values()]

    def _give(self, name: str, student: Person, group: Group, by: Person, key: str, at: dt.datetime) -> None:
        Assignment.give([student], group, key, due_on=TODAY + 9 * A_DAY, by=by, at=at)
        self.assignments[name] = Assignment.objects.get(student=student, key=key)

    def _tell(self, name: str, by: Person) -> None:
        told = f"{name} by {by.given_name}"
        token = self.life.canaries.new(f"outcome of {told}")
        self.outcomes[told] = Outcome.tell(
            self.assignments[name], f"Wij zagen {token}.", together=True, by=by, at=NOW - 2 * A_DAY
        )
        self.life.canaries.belongs(("outcome", self.outcomes[told].pk), token)


def tables(gone: set[int]) -> World:
    where = {"child": "student_id", "school": "school_id"}
    said = keyed(
        Outcome, **where, author="author_id", assignment="assignment_id", at="at", brought="brought__at"
    )
    return {
        "assignments": keyed(Assignment, **where, home_at="home_at", taken="taken_back__pk"),
        "outcomes": {key: row | {"gone": key in gone} for key, row in said.items()},
    }
