"""Thema: what one group works on from one day until another, and how far each student says she is."""

import datetime as dt
from typing import Any  # the rows of a values query

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.portfolio.models.goal import Step
from driehoek.features.portfolio.models.work import Work

READERS = (Role.GUARDIAN, Role.STUDENT)
SAID = ("title", "assignment", "onward", "starts_on", "ends_on")


class PeriodQuerySet(GuardedQuerySet["Period"]):
    def on(self, day: dt.date) -> "PeriodQuerySet":
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def of_student(self, student: int) -> "PeriodQuerySet":
        """Of the groups where she sat in those days, and of what she laid there herself."""
        sat = Enrolment.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=OuterRef("starts_on")),
            student=student, group=OuterRef("group"), starts_on__lte=OuterRef("ends_on"),
        )  # fmt: skip
        lain = Work.objects.standing().filter(student=student, period=OuterRef("pk"))
        return self.filter(Q(Exists(sat)) | Q(Exists(lain)))

    def newest(self) -> "PeriodQuerySet":
        return self.order_by("-starts_on", "-pk")


class Period(Guarded):
    """What is made in it, and where it leads. Work lies in it because its student, or her teacher, put it
    there."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    assignment = models.TextField(max_length=600, blank=True)
    onward = models.TextField(max_length=600, blank=True)  # what one can choose or do after it, one on a line
    starts_on = models.DateField()
    ends_on = models.DateField()  # its last day
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()

    told: Told  # its texts for one reader, put there by put_in_words()

    objects = PeriodQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["group", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="a_period_ends_after_it_starts"
            )
        ]

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        said = {"title": self.title, "assignment": self.assignment, "onward": self.onward}
        return {name: Text(words, self.language, self.school_id) for name, words in said.items() if words}

    @property
    def spoken_text(self) -> str:
        return "\n\n".join(words for words in (f"{self.title}.", self.assignment, self.onward) if words)

    @classmethod
    @transaction.atomic
    def begin(cls, group: Group, said: dict[str, Any], *, by: Person, at: dt.datetime) -> "Period":
        """The same name from the same day is the same one. `said` has the fields of SAID."""
        Person.objects.select_for_update().get(pk=by.pk)  # so that two taps come one after the other
        same = cls.objects.filter(group=group, title=said["title"], starts_on=said["starts_on"]).first()
        if same:
            return same
        period = cls(school=group.school, group=group, author=by, language=_language(said, by), at=at)
        for name in SAID:
            setattr(period, name, said[name])
        period.save()
        record("portfolio.period.begun", period, by=by, at=at)
        want(period.texts.values(), _read_in(group, at), at=at)
        return period

    @transaction.atomic
    def change(self, said: dict[str, Any], *, by: Person, at: dt.datetime) -> None:
        """What it says from now on."""
        before = Period.objects.select_for_update().get(pk=self.pk)
        if all(getattr(before, name) == said[name] for name in SAID):
            return
        for name in SAID:
            setattr(self, name, said[name])
        self.language = _language(said, by)
        self.save(update_fields=[*SAID, "language"])
        if before.texts != self.texts:
            forget(before.texts.values())
            want(self.texts.values(), _read_in(self.group, at), at=at)
        record("portfolio.period.changed", self, by=by, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Gone, with how far anybody said to be. The work stays where it is."""
        gone, _rows = Period.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values())
            record("portfolio.period.removed", self.group, by=by, at=at)

    @transaction.atomic
    def lay(self, student: Person, works: set[int], among: set[int]) -> None:
        """Of the work `among` which she looked through, this lies here and the rest does not."""
        hers = Work.objects.standing().filter(student=student, pk__in=among)
        hers.filter(period=self).exclude(pk__in=works).update(period=None)
        hers.filter(pk__in=works).update(period=self)


def _language(said: dict[str, Any], by: Person) -> str:
    return language_of(f"{said['title']} {said['assignment']} {said['onward']}", by.language)


def _read_in(group: Group, at: dt.datetime) -> set[str]:
    seats = Seat.objects.on(day_of(at)).filter(group=group, role__in=READERS).values("person")
    readers: QuerySet[Person, Any] = Person.objects.filter(pk__in=seats).values_list("language", flat=True)
    return languages_of(*readers.distinct())


class Standing(Guarded):
    """How far a student says she is with what a period is about."""

    period = models.ForeignKey(Period, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    step = models.CharField(max_length=10, choices=Step.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")  # herself, or who wrote it down with her
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "student"], name="one_standing_each")]

    @property
    def number(self) -> int:
        """At which of the three steps she is."""
        return Step.values.index(self.step) + 1

    @classmethod
    @transaction.atomic
    def say(cls, period: Period, student: Person, step: str, *, by: Person, at: dt.datetime) -> None:
        """Said again, it takes the place of what was said; without a step nothing is said any more."""
        if not step:
            cls.objects.filter(period=period, student=student).delete()
        elif not cls.objects.filter(period=period, student=student, step=step).exists():
            fresh = {"step": step, "school": period.school, "by": by, "at": at}
            cls.objects.update_or_create(period=period, student=student, defaults=fresh)
