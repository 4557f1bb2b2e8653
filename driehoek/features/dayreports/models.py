"""How one day went for one child at the childcare. As private as the room of that child."""

import datetime as dt

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


class Eaten(models.TextChoices):
    WELL = "well", _("Goed gegeten")
    SOME = "some", _("Een beetje gegeten")
    NONE = "none", _("Bijna niets gegeten")


class Slept(models.TextChoices):
    LONG = "long", _("Lang geslapen")
    SHORT = "short", _("Even geslapen")
    NONE = "none", _("Niet geslapen")


class Mood(models.TextChoices):
    HAPPY = "happy", _("Vrolijk")
    CALM = "calm", _("Rustig")
    TIRED = "tired", _("Moe")
    SAD = "sad", _("Verdrietig")


ASPECTS: dict[str, type[models.TextChoices]] = {"eaten": Eaten, "slept": Slept, "mood": Mood}


class DayReport(Guarded):
    """One child, one group, one day. What was not looked at stays empty."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    day = models.DateField()
    eaten = models.CharField(max_length=5, choices=Eaten.choices, blank=True)
    slept = models.CharField(max_length=5, choices=Slept.choices, blank=True)
    mood = models.CharField(max_length=5, choices=Mood.choices, blank=True)
    words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=8, default="nl")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "group", "day"], name="one_report_a_day")]
        indexes = [models.Index(fields=["group", "day"])]

    @classmethod
    @transaction.atomic
    def write(
        cls, student: Person, group: Group, said: dict[str, str], *, by: Person, at: dt.datetime, day: dt.date
    ) -> "DayReport":
        """Keep what was said. The family hears of the day once, however often it is corrected."""
        fresh = {**said, "by": by, "at": at, "language": by.language}
        report, is_new = cls.objects.update_or_create(student=student, group=group, day=day, defaults=fresh)
        if is_new:
            record("dayreports.report.written", report, by=by, at=at)
        return report

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        """The child was not there after all."""
        record("dayreports.report.taken_back", self.student, by=by, at=at)
        self.delete()
