"""One moment on the way of a student through secondary or vocational school."""

import datetime as dt

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.base.core.text import ended
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

FIRST_FOR_HER = dt.timedelta(days=1)  # what school adds, the student has for a day before home has it


class MilestoneKind(models.TextChoices):
    REACHED = "reached", _("Mijlpaal")
    CHOICE = "choice", _("Keuze")
    INTERNSHIP = "internship", _("Stage")
    ADVICE = "advice", _("Studieadvies")
    DIPLOMA = "diploma", _("Diploma")


OF_HER_OWN = (MilestoneKind.REACHED, MilestoneKind.CHOICE)  # what a student adds herself


class Milestone(Guarded):
    """Something that counts: "Profiel gekozen: Economie", "Stage bij Bakkerij Roos".

    `home_at` is from when her guardians may read it; None is when she keeps it between school and herself.
    """

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=MilestoneKind.choices)
    title = models.CharField(max_length=120)
    words = models.CharField(max_length=600, blank=True)
    place = models.CharField(max_length=120, blank=True)  # where an internship is
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # of an internship, its last day
    home_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, default="nl")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    told: Told  # its words for one reader, put there by put_in_words()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "by", "title", "starts_on"], name="one_milestone_said"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="milestone_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["student", "starts_on"])]

    def __str__(self) -> str:
        return f"Milestone {self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name. The name of a place stays as it is."""
        here = f"child-{self.student_id}"
        said = {"title": self.title, "words": self.words}
        return {
            name: Text(said, self.language, self.school_id, within=here)
            for name, said in said.items()
            if said
        }

    @property
    def spoken_text(self) -> str:
        return " ".join(ended(said) for said in (self.title, self.words) if said)

    @property
    def is_by_her(self) -> bool:
        return self.by_id == self.student_id

    def get_absolute_url(self) -> str:
        return reverse("children:timeline", args=[self.student_id])

    @classmethod
    @transaction.atomic
    def add(
        cls, student: Person, school: School, said: dict[str, object], *,
        by: Person, at: dt.datetime, for_home: bool,
    ) -> "Milestone":  # fmt: skip
        """Put it on her way. Said twice it is there once. Home has a day later what school adds, and at once
        what the student shows herself."""
        home_at = (at if by == student else at + FIRST_FOR_HER) if for_home else None
        fresh = {**said, "school": school, "home_at": home_at, "language": _language(said, by), "at": at}
        names = {name: fresh.pop(name) for name in ("title", "starts_on")}
        milestone, is_new = cls.objects.get_or_create(student=student, by=by, **names, defaults=fresh)
        if is_new:
            record("timeline.milestone.added", milestone, by=by, at=at)
            if home_at:
                record("timeline.milestone.shown", milestone, by=by, at=at, due_at=home_at)
        return milestone

    def is_taken(self, said: dict[str, object], *, for_home: bool) -> bool:
        """Whether she wrote something else with this title on this day. The very same, said again, is no such
        thing as long as this one is not there yet."""
        same = {name: said[name] for name in ("title", "starts_on")}
        others = Milestone.objects.filter(student=self.student_id, by=self.by_id, **same).exclude(pk=self.pk)
        if self.pk is None:
            others = others.exclude(**said, home_at__isnull=not for_home)
        return others.exists()

    @transaction.atomic
    def change(self, said: dict[str, object], *, by: Person, at: dt.datetime, for_home: bool) -> None:
        """Other words for the same moment. Home that had it keeps it, unless it may no longer be for home."""
        before = self.texts
        shown = self.home_at
        self.home_at = (
            (shown or (at if by.pk == self.student_id else at + FIRST_FOR_HER)) if for_home else None
        )
        for name, value in {**said, "language": _language(said, by)}.items():
            setattr(self, name, value)
        self.save()
        if before != self.texts:
            forget(before.values())
        record("timeline.milestone.changed", self, by=by, at=at)
        if self.home_at and shown is None:
            record("timeline.milestone.shown", self, by=by, at=at, due_at=self.home_at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = Milestone.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values())
            record("timeline.milestone.removed", self.student, by=by, at=at)


def _language(said: dict[str, object], by: Person) -> str:
    return language_of(f"{said['title']} {said.get('words', '')}", by.language)
