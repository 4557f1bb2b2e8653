"""A colleague who is not at work for some days, and who stands in for her."""

import datetime as dt
from typing import Self

from django.db import models, transaction
from django.db.models import Q

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models.belonging import DatedQuerySet


class LeaveQuerySet(DatedQuerySet["Leave"]):
    def coming(self, day: dt.date) -> Self:
        """What runs that day or is still to come."""
        return self.filter(ends_on__gte=day).order_by("starts_on")


class Leave(models.Model):
    """Set by herself. Why she is away is nobody's business, so there is no place for it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    deputy = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day she is not there

    objects = LeaveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["deputy", "ends_on"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "starts_on"], name="one_leave_begins_a_day"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="a_leave_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=models.F("person")), name="nobody_stands_in_for_herself"
            ),
        ]

    @classmethod
    @transaction.atomic
    def take(cls, person: Person, *, starts_on: dt.date, ends_on: dt.date, deputy: Person | None) -> "Leave":
        """Say it again with the same first day, and it is changed."""
        words = {"ends_on": ends_on, "deputy": deputy}
        return cls.objects.update_or_create(person=person, starts_on=starts_on, defaults=words)[0]
