"""Who was told that the decision about photos is now her own."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person


class Handover(models.Model):
    """A student of sixteen was told: from now on you decide (UAVG art. 5). Once in a life."""

    student = models.OneToOneField(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def tell(cls, student: Person, *, at: dt.datetime) -> None:
        _handover, new = cls.objects.get_or_create(student=student, defaults={"at": at})
        if new:
            record("consents.student.moved", student, by=None, at=at)
