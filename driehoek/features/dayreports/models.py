"""How one day went for one child at the childcare. As private as the room of that child."""

import datetime as dt

from django.db import models, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.text import ended
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

    told: Told  # its words for one reader, put there by put_in_words()
    voices: list[Attachment]  # what was spoken, one or none, put there by reports.py

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "group", "day"], name="one_report_a_day")]
        indexes = [models.Index(fields=["group", "day"])]

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if not self.words:
            return {}
        here = f"child-{self.student_id}"
        return {"words": Text(self.words, self.language, self.group.school_id, within=here)}

    @property
    def spoken_text(self) -> str:
        """What the drawings say, in the language of who listens, and then the words."""
        seen = [self.get_eaten_display(), self.get_slept_display(), self.get_mood_display(), self.words]
        return " ".join(ended(str(said)) for said in seen if said)

    def get_absolute_url(self) -> str:
        return reverse("dayreports:child", args=[self.student_id])

    @classmethod
    @transaction.atomic
    def write(
        cls, student: Person, group: Group, said: dict[str, str], *,
        by: Person, at: dt.datetime, day: dt.date, voice: Attachment | None = None, silent: bool = False,
    ) -> "DayReport":  # fmt: skip
        """Keep what was said; what was spoken stays until something else is, or until it is `silent`. The
        family hears of the day once, however often it is corrected."""
        fresh = {**said, "by": by, "at": at, "language": language_of(said.get("words", ""), by.language)}
        before = cls.objects.filter(student=student, group=group, day=day).first()
        report, is_new = cls.objects.update_or_create(student=student, group=group, day=day, defaults=fresh)
        if before and before.texts != report.texts:
            forget(before.texts.values())
        want(report.texts.values(), _languages_at_home(student, day), at=at)
        sounds_other = report._speak(voice, silent=silent)
        if is_new:
            record("dayreports.report.written", report, by=by, at=at)
        elif before and (sounds_other or _said(before) != _said(report)):
            record("dayreports.report.corrected", report, by=by, at=at)
        return report

    def _speak(self, voice: Attachment | None, *, silent: bool) -> bool:
        """Whether it sounds otherwise than before."""
        if DayVoice.is_the_same(self.pk, voice) or not (voice or silent):
            return False
        DayVoice.silence([self.pk])
        DayVoice.carry(self.pk, voice)
        return True

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        """The child was not there after all."""
        DayVoice.silence([self.pk])
        gone, _rows = DayReport.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values())
            record("dayreports.report.taken_back", self.student, by=by, at=at)


class DayVoice(Voice):
    """What was spoken with it: heard by who reads of that day, and by nobody else."""

    CARRIER = "report"

    report = models.OneToOneField(DayReport, models.CASCADE, related_name="+")


def _said(report: DayReport) -> tuple[str, ...]:
    return report.eaten, report.slept, report.mood, report.words


def family_of(student: int, day: dt.date) -> QuerySet[Person]:
    """The guardians who may see this child that day."""
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, sees_child=True, student=student)
    return Person.objects.filter(pk__in=seats.values("person"))


def _languages_at_home(student: Person, day: dt.date) -> set[str]:
    return languages_of(*family_of(student.pk, day).values_list("language", flat=True))
