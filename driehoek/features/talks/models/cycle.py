"""How many talks of which kind a year of students has, and in which months."""

import datetime as dt

from django.db import models, transaction
from django.utils.dates import MONTHS

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.talks.models.talk import Kind

FIRST_MONTH = 8  # of a school year
HUNDRED_DAYS = ((Kind.START, 8), (Kind.CHECK, 9), (Kind.PROGRESS, 11))  # start, week three, autumn


class CycleStep(Guarded):
    """In this month everybody of this year has such a talk. No row: the school did not say."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    layer = models.PositiveSmallIntegerField()  # as of its groups: 5 of groep 5, 1 of 1B
    kind = models.CharField(max_length=8, choices=Kind.choices)
    month = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "layer", "kind", "month"], name="one_step_of_a_kind_a_month"
            ),
            models.CheckConstraint(condition=models.Q(month__range=(1, 12)), name="a_step_has_a_month"),
        ]

    @property
    def month_in_words(self) -> str:
        return str(MONTHS[self.month])

    @property
    def order(self) -> tuple[int, int, str]:
        """As a school year runs."""
        return self.layer, (self.month - FIRST_MONTH) % 12, self.kind

    def is_due(self, today: dt.date) -> bool:
        """Its month has come, in the school year of today."""
        return self.is_past(today) or self.month == today.month

    def is_past(self, today: dt.date) -> bool:
        """Its month is over, in the school year of today."""
        return (self.month - FIRST_MONTH) % 12 < (today.month - FIRST_MONTH) % 12

    @classmethod
    @transaction.atomic
    def add(cls, school: School, steps: list[tuple[int, str, int]], *, by: Person, at: dt.datetime) -> None:
        """Each a layer, a kind and a month; what stands there already stays."""
        for layer, kind, month in steps:
            step, is_new = cls.objects.get_or_create(school=school, layer=layer, kind=kind, month=month)
            if is_new:
                record("talks.step.added", step, by=by, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = CycleStep.objects.filter(pk=self.pk).delete()
        if gone:
            record("talks.step.removed", self.school, by=by, at=at)
