"""What a mentor finds at her group: what she gave, and whom she may give something."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # the rows of a values query

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.wanting import languages_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group
from driehoek.features.career.bank import Task, every, for_sector
from driehoek.features.career.models import Assignment, Outcome

ENOUGH = 3  # families; of fewer one would know which


@dataclass(frozen=True)
class Handed:
    """One task that students of this group have: how many, until when, and how many did it."""

    task: Task
    students: int
    due_on: dt.date
    together: int

    @property
    def may_be_told(self) -> bool:
        return self.together >= ENOUGH


class Desk:
    """Of whoever may give assignments to this group."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @property
    def tasks(self) -> list[Task]:
        return for_sector(self.group.school.sector)

    @cached_property
    def pupils(self) -> list[Person]:
        found = rows(Person, self.viewer, may="give_career").filter(pk__in=self._here)
        return list(found.order_by("given_name", "family_name", "pk"))

    @property
    def _here(self) -> QuerySet[Enrolment, Any]:
        return Enrolment.objects.on(self.viewer.today).filter(group=self.group).values("student")

    def _given(self, *, may: str) -> QuerySet[Assignment]:
        """What those of this group have of this school, also what an earlier class of theirs got."""
        mine = Assignment.objects.where(self.viewer, may=may)
        return mine.filter(student__in=self._here, school=self.group.school_id)

    @cached_property
    def handed(self) -> list[Handed]:
        """The newest first."""
        did = Outcome.objects.filter(assignment=OuterRef("pk"), together=True)
        counted = (
            self._given(may="take_back")
            .annotate(did=Exists(did))
            .values("key")
            .annotate(students=Count("pk"), until=Max("due_on"), together=Count("pk", filter=Q(did=True)))
        )
        return [
            Handed(every()[row["key"]], row["students"], row["until"], row["together"])
            for row in counted.order_by("-until", "key")
        ]

    def task(self, key: str) -> Task | None:
        return next((task for task in self.tasks if task.key == key), None)

    def give(self, key: str, students: list[int], due_on: dt.date) -> int:
        chosen = [pupil for pupil in self.pupils if pupil.pk in students]
        me = self.viewer
        return Assignment.give(chosen, self.group, key, due_on=due_on, by=me.person, at=me.now)

    def take_back(self, key: str) -> int:
        """From everybody who has it: alike for her, whether a family answered or not. Gives how many."""
        found = list(self._given(may="take_back").filter(key=key))
        for assignment in found:
            assignment.take_back(by=self.viewer.person, at=self.viewer.now)
        return len(found)

    @property
    def languages(self) -> list[str]:
        """Read at home with this group, ours first: a sheet in each."""
        seats = Seat.objects.on(self.viewer.today).filter(
            role=Role.GUARDIAN, sees_child=True, group=self.group
        )
        spoken = Person.objects.filter(pk__in=seats.values("person")).values_list("language", flat=True)
        return sorted(languages_of(*spoken, "nl"), key=lambda language: (language != "nl", language))
