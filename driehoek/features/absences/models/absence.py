"""A child who is not at her school: from when until when, and why."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import at as moment_of
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import School
from driehoek.features.absences.models.reason import WHOLE_DAYS, Reason, icon_of
from driehoek.features.absences.models.report import Report

UNDO = dt.timedelta(minutes=10)  # after it was told, also when it has begun
# not there and nobody knows why: the day, or what was left of it; not one lesson of the school's own system
MISSED = Q(reason=Reason.UNKNOWN) & (Q(from_time=None) | Q(noted_by__isnull=False))


class AbsenceQuerySet(GuardedQuerySet["Absence"]):
    def standing(self) -> "AbsenceQuerySet":
        """Not taken back."""
        return self.filter(~Exists(Withdrawal.objects.filter(absence=OuterRef("pk"))))

    def on(self, day: dt.date) -> "AbsenceQuerySet":
        """That count on this day; an illness without an end counts until somebody says better."""
        return self.standing().filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def coming(self, day: dt.date) -> "AbsenceQuerySet":
        """That count on this day or later."""
        return self.standing().filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def open_illness(self, day: dt.date) -> "AbsenceQuerySet":
        """Ill since before this day, and nobody has said until when."""
        return self.standing().filter(reason=Reason.ILL, ends_on=None, starts_on__lt=day)


class Absence(Guarded):
    """Of one child at one school: another school is told by a row of its own, and sees no other."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=8, choices=Reason.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day; None: until somebody says better
    from_time = models.TimeField(null=True, blank=True)  # a part of one day
    until_time = models.TimeField(null=True, blank=True)
    subject = models.CharField(max_length=80, blank=True)  # of one lesson, as the school's system calls it
    report = models.ForeignKey(Report, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(  # the colleague who missed her
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)  # one higher with every change, for the export

    objects = AbsenceQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [
            models.Index(fields=["student", "starts_on"]),
            models.Index(fields=["school", "starts_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="an_absence_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=False) | Q(reason=Reason.ILL), name="only_illness_has_an_open_end"
            ),
        ]

    @property
    def icon(self) -> str:
        return icon_of(self.reason)

    @property
    def is_ill(self) -> bool:
        return self.reason == Reason.ILL

    @property
    def is_unexplained(self) -> bool:
        return self.reason == Reason.UNKNOWN

    def starts_with(self, day: dt.date) -> bool:
        """From the beginning of that day, or since a colleague missed her; not for one lesson."""
        return self.starts_on == day and (self.from_time is None or self.noted_by_id is not None)

    def excuses(self, day: dt.date, time: dt.time) -> bool:
        """Whether it says why she is not there at that moment: of the rest of its day it says nothing."""
        begun = self.from_time is None or day > self.starts_on or self.from_time <= time
        lasts = self.until_time is None or day != self.ends_on or time < self.until_time
        return begun and lasts

    @property
    def lasts(self) -> bool:
        """Whether it may last more than one day."""
        return self.reason in WHOLE_DAYS

    def begins_at(self) -> dt.datetime:
        return moment_of(self.starts_on, self.from_time or self.school.first_bell)

    def is_over(self, now: dt.datetime) -> bool:
        """Whether the bell rang at the end of its day: from then on nobody is still to come."""
        return now >= moment_of(self.starts_on, self.school.bell_time)

    def may_change(self, now: dt.datetime) -> bool:
        """Until it begins, and shortly after it was told: a slip of the thumb."""
        return now < max(self.begins_at(), self.told_at + UNDO)

    def back_on(self, now: dt.datetime) -> dt.date:
        """From which day a child who is better now is expected: today before the bell, else the next."""
        today = day_of(now)
        early = now < moment_of(today, self.school.first_bell) and is_school_day(today, self.school)
        return today if early else next_school_day(today, self.school)

    def get_absolute_url(self) -> str:
        return reverse("absences:absence", args=[self.pk])

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """It was not so after all."""
        _row, is_new = Withdrawal.objects.get_or_create(absence=self, defaults={"by": by, "at": at})
        if is_new:
            self._touch()
            record("absences.absence.withdrawn", self, by=by, at=at)

    @transaction.atomic
    def stand_again(self, *, by: Person, at: dt.datetime) -> None:
        """It was so after all; what was not taken back stays as it is."""
        gone, _rows = Withdrawal.objects.filter(absence=self).delete()
        if gone:
            self._touch()
            record("absences.absence.restored", self, by=by, at=at)

    @transaction.atomic
    def change(self, *, by: Person, at: dt.datetime, **words: object) -> None:
        """Say it better, as long as it has not begun. The same again is nothing new."""
        if all(getattr(self, field) == value for field, value in words.items()):
            return
        for field, value in words.items():
            setattr(self, field, value)
        self.save(update_fields=words.keys())
        self._touch()
        record("absences.absence.changed", self, by=by, at=at)

    @transaction.atomic
    def recover(self, on: dt.date, *, by: Person, at: dt.datetime) -> None:
        """Better, and at school from that day. A second time says nothing new."""
        last = max(on - dt.timedelta(days=1), self.starts_on)
        fresh = Absence.objects.select_for_update().get(pk=self.pk)
        if fresh.ends_on is None or fresh.ends_on > last:
            self.ends_on = last
            self.save(update_fields=["ends_on"])
            self._touch()
            record("absences.absence.recovered", self, by=by, at=at)

    @transaction.atomic
    def stay_ill(self, *, by: Person, at: dt.datetime) -> None:
        """Not better after all: until somebody says so again."""
        if self.is_ill and self.ends_on is not None:
            self.ends_on = None
            self.save(update_fields=["ends_on"])
            self._touch()
            record("absences.absence.prolonged", self, by=by, at=at)

    @transaction.atomic
    def explain(
        self, reason: str, *, report: Report, until_time: dt.time | None = None, open_end: bool = False
    ) -> None:
        """Home says why she is not there; what is explained already stays as it is."""
        fresh = Absence.objects.select_for_update().get(pk=self.pk)
        if fresh.reason != Reason.UNKNOWN:
            return
        self.reason, self.report = reason, report
        self.until_time = until_time or self.until_time
        self.ends_on = None if open_end and reason == Reason.ILL else self.ends_on
        self.save(update_fields=["reason", "report", "until_time", "ends_on"])
        self._touch()
        record("absences.absence.explained", self, by=report.by, at=report.at)

    def _touch(self) -> None:
        Absence.objects.filter(pk=self.pk).update(version=F("version") + 1)


class Withdrawal(models.Model):
    """The absence does not count because this row exists."""

    absence = models.OneToOneField(Absence, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
