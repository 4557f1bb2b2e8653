"""A tip that a school adds to its own library."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget
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

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        said = {"title": self.title, "what": self.what, "needs": self.needs, "talk": self.talk}
        return {name: text_by(self.by, words, self.school_id) for name, words in said.items() if words}

    def get_absolute_url(self) -> str:
        return reverse("tips:library")

    @classmethod
    @transaction.atomic
    def add(cls, school: School, said: dict[str, object], *, by: Person, at: dt.datetime) -> "Tip":
        """The same title again is the same tip, in better words."""
        before = cls.objects.filter(school=school, title=said["title"]).select_related("by").first()
        forget(before.texts.values() if before else ())
        tip, is_new = cls.objects.update_or_create(
            school=school, title=said["title"], defaults={**said, "by": by, "at": at}
        )
        same = before is not None and all(getattr(before, name) == value for name, value in said.items())
        if not same:
            record("tips.tip.added" if is_new else "tips.tip.changed", tip, by=by, at=at)
        return tip

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """From the library; a lesson it was put in keeps its words."""
        gone, _rows = Tip.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values())
            record("tips.tip.removed", self.school, by=by, at=at)
