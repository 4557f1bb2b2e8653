"""Who fetches a child on a day, and how much later: what one guardian arranges with school."""

import datetime as dt
from typing import Any  # fields of a row

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import at as moment_of
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.schools.hours import MORNING
from driehoek.facts.schools.models import School


class Pickup(Guarded):
    """Of each guardian her own: whom she sends is nothing the other household may learn from school."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    day = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    near = models.ForeignKey(NearPerson, models.CASCADE, null=True, blank=True, related_name="+")
    minutes_late = models.PositiveSmallIntegerField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "school", "day", "by"], name="one_pickup_each_a_day")
        ]

    @classmethod
    @transaction.atomic
    def arrange(
        cls,
        child: Person,
        schools: list[School],
        *,
        day: dt.date,
        by: Person,
        at: dt.datetime,
        **words: object,
    ) -> None:
        """With every school of the child. Who comes, and how much later: what is said anew makes place, the
        other stays. School is told at once, or on the morning of that day."""
        words = {field: value for field, value in words.items() if value is not None}
        for school in schools:
            here: dict[str, Any] = {"student": child, "school": school, "day": day, "by": by}
            if cls.objects.filter(**here, **words).exists():
                continue  # said twice
            pickup, _new = cls.objects.update_or_create(**here, defaults=words | {"at": at})
            due_at = moment_of(day, MORNING) if day > day_of(at) else at
            record("absences.pickup.arranged", pickup, by=by, at=at, due_at=due_at)

    @classmethod
    @transaction.atomic
    def take_back(cls, child: Person, *, day: dt.date, by: Person, at: dt.datetime) -> None:
        """As on any other day."""
        gone, _rows = cls.objects.filter(student=child, day=day, by=by).delete()
        if gone:
            record("absences.pickup.taken_back", child, by=by, at=at)
