"""Whom an urgent notice reaches and by which roads, counted before it goes."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.notifications.reaching import roads_to
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.alerts.models import scope_of


@dataclass(frozen=True)
class Reach:
    """The people a notice would be for, with who sends it left out: she knows."""

    seats: list[tuple[int, str, int | None]]  # person, role, student
    roads: dict[int, set[str]]

    @property
    def guardians(self) -> set[int]:
        return {person for person, role, _student in self.seats if role == Role.GUARDIAN}

    @property
    def colleagues(self) -> set[int]:
        return {person for person, role, _student in self.seats if role == Role.STAFF}

    @property
    def children(self) -> set[int]:
        return {student for _person, _role, student in self.seats if student}

    @property
    def adults(self) -> set[int]:
        """A child without a telephone is not somebody whom we do not reach."""
        return self.guardians | self.colleagues

    @cached_property
    def by_road(self) -> list[tuple[str, int]]:
        """How many people hear it by each road there is."""
        return sorted(Counter(road for roads in self.roads.values() for road in roads).items())

    @property
    def without(self) -> int:
        return sum(1 for person in self.adults if not self.roads[person])

    @property
    def children_without(self) -> int:
        """Children of whom nobody hears it."""
        heard = {student for person, _role, student in self.seats if student and self.roads[person]}
        return len(self.children - heard)


def reach_of(school: School, groups: Sequence[Group], *, besides: Person, day: dt.date) -> Reach:
    fitting = Q(pk__in=[])
    for line in scope_of(school, groups):
        fitting |= line.seats()
    seats = Seat.objects.on(day).filter(fitting, person__is_active=True).exclude(person=besides)
    rows = seats.values_list("person", "role", "student").distinct()
    found: list[tuple[int, str, int | None]] = [(person, role, child) for person, role, child in rows]
    people = list(Person.objects.filter(pk__in={person for person, _role, _student in found}))
    return Reach(found, roads_to(people, day))
