"""What a mentor did when something was noticed. A pattern is never kept: it is counted when she looks."""

import datetime as dt
from collections.abc import Collection
from typing import Any  # the words of a query

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.noticing.models.talk_rule import What


class SetAside(Guarded):
    """No talk is needed, she thinks. Her reason is hers alone, and another mentor keeps her own list. What
    happened until that day counts no more for her."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    what = models.CharField(max_length=6, choices=What.choices)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "school", "what", "by", "day"], name="set_aside_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"SetAside {self.pk}"

    @classmethod
    @transaction.atomic
    def put(
        cls, student: Person, school: School, whats: Collection[str], reason: str, *,
        by: Person, day: dt.date, at: dt.datetime,
    ) -> None:  # fmt: skip
        """Of each thing that was noticed. Said again that day, the last words count."""
        for what in whats:
            same: dict[str, Any] = {"student": student, "school": school, "what": what, "by": by, "day": day}
            row, is_new = cls._default_manager.update_or_create(**same, defaults={"reason": reason, "at": at})
            if is_new:
                record("noticing.pattern.set_aside", row, by=by, at=at)


class Invitation(Guarded):
    """Home was invited to a talk; the words stand in their own conversations. What happened until that day is
    for that talk."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "school", "by", "day"], name="invited_once_a_day")
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"

    @classmethod
    @transaction.atomic
    def note(cls, student: Person, school: School, *, by: Person, day: dt.date, at: dt.datetime) -> None:
        """Once a day. Whoever sends the same form again waits for the first."""
        School.objects.select_for_update().get(pk=school.pk)
        row, is_new = cls._default_manager.get_or_create(
            student=student, school=school, by=by, day=day, defaults={"at": at}
        )
        if is_new:
            record("noticing.invitation.sent", row, by=by, at=at)
