"""A student of 16 or 17 in vocational education does not want a guardian to look along."""

from typing import Self

from django.db import models
from django.db.models import Q

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def standing(self) -> Self:
        """Not weighed yet, or granted: while school weighs it, nothing is shown (GDPR 18 and 21)."""
        return self.filter(Q(weighing=None) | Q(weighing__is_granted=True), ended_at=None)


class Objection(models.Model):
    """About one guardian. Why is between the student and school."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # she took it back

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "guardian"], condition=Q(ended_at=None), name="one_open_objection_a_pair"
            )
        ]


class Weighing(models.Model):
    """What school decided about it, with the reason that the student reads."""

    objection = models.OneToOneField(Objection, models.CASCADE, related_name="weighing")
    is_granted = models.BooleanField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
