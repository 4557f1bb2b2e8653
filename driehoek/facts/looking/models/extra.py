"""Looking along more closely for a while, because somebody worries."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from driehoek.facts.people.models import Person

FOUR_WEEKS = dt.timedelta(weeks=4)


class ExtraLookQuerySet(models.QuerySet["ExtraLook"]):
    def on(self, day: dt.date) -> Self:
        """Four weeks at most, whatever its row says."""
        return self.filter(starts_on__lte=day, starts_on__gt=day - FOUR_WEEKS, ends_on__gte=day)


class ExtraLook(models.Model):
    """The mentor opens it for one guardian, with a reason that the student reads. It ends by its date."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day it counts

    objects = ExtraLookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="extra_looking_ends_after_it_starts"
            ),
        ]
