"""Who belongs at a talk about a child: herself, every guardian with rights, and whoever works with her."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # what a form holds

from django.db.models import QuerySet

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import opened
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import (
    Guardianship,
    Person,
    Protection,
    ProtectionReader,
    Restriction,
)
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Enrolment, School
from driehoek.features.talks.models import Talk


@dataclass(frozen=True)
class Table:
    """Everybody who may sit at the talk about one child at one school, on the day it is planned."""

    student: Person
    school: School
    day: dt.date
    host: Person

    @cached_property
    def guardians(self) -> list[Person]:
        """Who answers for her today, and to whom she and this school did not close it."""
        if not self._are_open:
            return []
        seats = Seat.objects.on(self.day).filter(
            role=Role.GUARDIAN, student=self.student, school=self.school, sees_child=True, may_answer=True
        )
        asked = Person.objects.filter(pk__in=seats.values("person"), is_active=True)
        return [person for person in asked.order_by("given_name", "pk") if self._meets(person)]

    @property
    def _are_open(self) -> bool:
        here = opened(InformationKind.TALKS, self.day)
        return here.filter(student=self.student, group__school=self.school).exists()

    def _meets(self, person: Person) -> bool:
        there = Viewer(person, "home", at(self.day, dt.time(12)))
        return rows(Person, there, may="meet").filter(pk=self.student.pk).exists()

    @cached_property
    def colleagues(self) -> list[Person]:
        """Who else works with her at this school and may know her."""
        found = colleagues_of(self.student, self.school, self.day)
        return list(found.exclude(pk=self.host.pk).order_by("given_name", "pk"))

    def invited(
        self, guardians: Collection[int], colleagues: Collection[int], *, with_student: bool
    ) -> dict[Person, Corner]:
        """The sides of the talk; the child comes first."""
        asked = {self.student: Corner.CHILD} if with_student else {}
        asked |= {person: Corner.HOME for person in self.guardians if person.pk in guardians}
        asked |= {self.host: Corner.SCHOOL}
        return asked | {person: Corner.SCHOOL for person in self.colleagues if person.pk in colleagues}

    def left_out(
        self, guardians: Collection[int], *, with_student: bool, why: str, why_alone: str
    ) -> dict[Person, str]:
        """Whoever belongs there and is not asked, with the reason."""
        missing = {person: why for person in self.guardians if person.pk not in guardians}
        return missing if with_student else missing | {self.student: why_alone}


def colleagues_of(student: Person, school: School, day: dt.date) -> QuerySet[Person]:
    groups = Enrolment.objects.on(day).filter(student=student, group__school=school).values("group")
    jobs = Appointment.objects.on(day).filter(group__in=groups, function__in=GROUP_FUNCTIONS)
    return _who_may_know(student, jobs, day)


def everybody_of(school: School, student: Person, day: dt.date) -> QuerySet[Person]:
    """Who works at the school, in whatever function, and is no family of hers."""
    found = _who_may_know(student, Appointment.objects.on(day).filter(school=school), day)
    family = Guardianship.objects.filter(student=student)
    return found.exclude(pk__in=family.values("guardian"))


def _who_may_know(student: Person, jobs: QuerySet[Appointment], day: dt.date) -> QuerySet[Person]:
    found = Person.objects.filter(pk__in=jobs.values("person"), is_active=True)
    if Protection.objects.filter(student=student).exists():
        named = ProtectionReader.objects.filter(protection__student=student)
        found = found.filter(pk__in=named.values("person"))
    blocked = Restriction.objects.on(day).filter(student=student, kind=Restriction.Kind.NO_ACCESS)
    return found.exclude(pk__in=blocked.values("adult"))


def schools_to_meet_at(student: Person, viewer: Viewer) -> list[School]:
    """Where this colleague works with her."""
    mine = viewer.groups(functions=GROUP_FUNCTIONS)
    sits = Enrolment.objects.on(viewer.today).filter(student=student, group__in=mine)
    return list(School.objects.filter(pk__in=sits.values("group__school")).order_by("name"))


def plan(table: Table, said: Mapping[str, Any], *, now: dt.datetime) -> Talk:
    """As the form says it; in the languages of whoever is asked."""
    guardians, along = said["guardians"], said["with_student"]
    why, alone = said["reason"], said["reason_alone"]
    invited = table.invited(guardians, said["colleagues"], with_student=along)
    talk = Talk.plan(
        table.student, table.school, token=said["token"], kind=said["kind"], moment=said["moment"],
        minutes=said["minutes"], place=said["place"], by=table.host, at=now, invited=invited,
        left_out=table.left_out(guardians, with_student=along, why=why, why_alone=alone),
    )  # fmt: skip
    want(talk.texts.values(), languages_of(*(person.language for person in invited)), at=now)
    return talk
