"""Days on which a school is closed."""

from django.db import models

from driehoek.facts.schools.models.belonging import DatedQuerySet
from driehoek.facts.schools.models.school import School


class Holiday(models.Model):
    """From its first day until and including its last: the autumn break, or one day off."""

    school = models.ForeignKey(School, models.CASCADE, related_name="holidays")
    name = models.CharField(max_length=60)  # "herfstvakantie"
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "starts_on"], name="one_holiday_begins_a_day"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="a_holiday_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name
