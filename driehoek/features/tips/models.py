"""A tip that a school adds to its own library."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.facts.schools.themes import AgeBand, Theme


class Tip(Guarded):
    """Something to do at home in a few minutes. For the colleagues of one school, to put in their lessons."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    theme = models.CharField(max_length=10, choices=Theme.choices)
    ages = models.CharField(max_length=5, choices=AgeBand.choices)
    title = models.CharField(max_length=120)
    what = models.CharField(max_length=600)
    minutes = models.PositiveSmallIntegerField()
    needs = models.CharField(max_length=120, blank=True)
    talk = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "title"], name="one_tip_a_title")]

    @classmethod
    @transaction.atomic
    def add(cls, school: School, said: dict[str, object], *, by: Person, at: dt.datetime) -> "Tip":
        """The same title again is the same tip, in better words."""
        tip, is_new = cls.objects.update_or_create(
            school=school, title=said["title"], defaults={**said, "by": by, "at": at}
        )
        if is_new:
            record("tips.tip.added", tip, by=by, at=at)
        return tip

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """From the library; a lesson it was put in keeps its words."""
        record("tips.tip.removed", self.school, by=by, at=at)
        self.delete()
