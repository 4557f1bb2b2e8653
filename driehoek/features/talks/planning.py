"""Who belongs at a talk about a child: herself, every guardian with rights, and whoever works with her."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # what a form holds

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.parts import Asking, abreast, asked, read
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
        return self._meeting(self._asked[0])

    @property
    def colleagues(self) -> list[Person]:
        """Who else works with her at this school and may know her."""
        return [person for person in self._asked[1] if person.pk != self.host.pk]

    @cached_property
    def _asked(self) -> list[list[Person]]:
        """Who may come from home, and who from school."""
        return read(_people(self.student.pk, self.school.pk, self.day))

    @classmethod
    def of(cls, student: Person, school: int, viewer: Viewer, along: Sequence[Asking[None]]) -> "Table":
        """For a talk that this viewer plans there; who may sit at it, asked with what else the page asks."""
        people = _people(student.pk, school, viewer.today)
        (here,), found, *_along = read(abreast(asked(_school, school), people, *along))
        table = cls(student, here, viewer.today, viewer.person)
        vars(table)["_asked"] = found
        return table

    def _meeting(self, homes: list[Person]) -> list[Person]:
        """Of each of them the policy says whether she may meet her here: one question for all."""
        there = Viewer.at_home(homes, at(self.day, dt.time(12))) if homes else []
        may = [Exists(rows(Person, one, may="meet").filter(pk=OuterRef("pk"))) for one in there]
        answers = Person.objects.filter(pk=self.student.pk).values_list(*may).get() if may else ()
        return [person for person, meets in zip(homes, answers, strict=True) if meets]

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


def _people(student: int, school: int, day: dt.date) -> Asking[list[list[Person]]]:
    return abreast(asked(_answering, student, school, day), asked(_colleagues, student, school, day))


def _school(key: int) -> QuerySet[School]:
    return School.objects.filter(pk=key)


def _answering(student: int, school: int, day: dt.date) -> QuerySet[Person]:
    """Nobody, where talks are closed to all of home."""
    seats = Seat.objects.on(day).filter(
        role=Role.GUARDIAN, student=student, school=school, sees_child=True, may_answer=True
    )
    here = opened(InformationKind.TALKS, day).filter(student=student, group__school=school)
    found = Person.objects.filter(pk__in=seats.values("person"), is_active=True)
    return found.filter(Exists(here)).order_by("given_name", "pk")


def _colleagues(student: int, school: int, day: dt.date) -> QuerySet[Person]:
    groups = Enrolment.objects.on(day).filter(student=student, group__school=school).values("group")
    jobs = Appointment.objects.on(day).filter(group__in=groups, function__in=GROUP_FUNCTIONS)
    return _who_may_know(student, jobs, day).order_by("given_name", "pk")


def everybody_of(school: School, student: Person, day: dt.date) -> QuerySet[Person]:
    """Who works at the school, in whatever function, and is no family of hers."""
    found = _who_may_know(student.pk, Appointment.objects.on(day).filter(school=school), day)
    family = Guardianship.objects.filter(student=student)
    return found.exclude(pk__in=family.values("guardian"))


def _who_may_know(student: int, jobs: QuerySet[Appointment], day: dt.date) -> QuerySet[Person]:
    """Of a family that hides, only who is named there."""
    found = Person.objects.filter(pk__in=jobs.values("person"), is_active=True)
    hides = Exists(Protection.objects.filter(student=student))
    named = ProtectionReader.objects.filter(protection__student=student)
    blocked = Restriction.objects.on(day).filter(student=student, kind=Restriction.Kind.NO_ACCESS)
    return found.filter(~hides | Q(pk__in=named.values("person"))).exclude(pk__in=blocked.values("adult"))


def with_a_school(people: QuerySet[Person], viewer: Viewer) -> QuerySet[Person]:
    """Each with her face, and under `meets_at` the key of the school where this colleague works with her:
    of two the first, of none None."""
    mine = viewer.groups(functions=GROUP_FUNCTIONS)
    sits = Enrolment.objects.on(viewer.today).filter(student=OuterRef("pk"), group__in=mine)
    first = sits.order_by("group__school__name").values("group__school")[:1]
    return people.select_related("portrait").annotate(meets_at=Subquery(first))


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
