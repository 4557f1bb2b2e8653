"""A lesson that comes back each week, and what is different about it on one day."""

import datetime as dt
from typing import Any  # a query of one column

from django.db import models, transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


class Weekday(models.IntegerChoices):
    """ISO numbers: Monday is 1."""

    MONDAY = 1, _("maandag")
    TUESDAY = 2, _("dinsdag")
    WEDNESDAY = 3, _("woensdag")
    THURSDAY = 4, _("donderdag")
    FRIDAY = 5, _("vrijdag")


class LessonQuerySet(GuardedQuerySet["Lesson"]):
    def between(self, first: dt.date, last: dt.date) -> "LessonQuerySet":
        """Lessons that count on some day of this stretch."""
        return self.lasting(first).filter(starts_on__lte=last)

    def lasting(self, first: dt.date) -> "LessonQuerySet":
        """Lessons that count on this day or on a later one."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=first))

    def of(self, groups: QuerySet[Any] | list[int]) -> "LessonQuerySet":
        return self.filter(group__in=groups)


class Lesson(Guarded):
    """One subject, on one day of the week, from one time until another. It counts on its first day, on its
    last, and in between."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    subject = models.CharField(max_length=60)
    teacher = models.CharField(max_length=80, blank=True)  # as the file writes it
    room = models.CharField(max_length=20, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = LessonQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "weekday", "starts_at", "subject", "starts_on"], name="one_lesson_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="lesson_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"Lesson {self.pk}"

    def takes_place(self, day: dt.date) -> bool:
        """Whether the week has it on this day, whatever became of it."""
        return (
            day.isoweekday() == self.weekday
            and self.starts_on <= day
            and (self.ends_on is None or day <= self.ends_on)
        )

    def say(self, what: str, day: dt.date, *, room: str, by: Person, at: dt.datetime) -> None:
        """Off, in another room, or as always: its own room is no other one."""
        if what == "as_always" or (what == "room" and room == self.room):
            self.restore(day, by=by, at=at)
        else:
            self.alter(day, is_off=what == "off", room=room, by=by, at=at)

    @transaction.atomic
    def alter(self, day: dt.date, *, is_off: bool, room: str, by: Person, at: dt.datetime) -> None:
        """Say what is different on this day. The same said twice is one change."""
        said = {"is_off": is_off, "room": "" if is_off else room}
        same = LessonChange.objects.filter(lesson=self, day=day, **said)
        if same.exists():
            return
        change, _is_new = LessonChange.objects.update_or_create(
            lesson=self, day=day, defaults={**said, "by": by, "at": at}
        )
        record("timetable.lessonchange.made", change, by=by, at=at)

    @transaction.atomic
    def restore(self, day: dt.date, *, by: Person, at: dt.datetime) -> None:
        """It goes on as always."""
        gone, _rows = LessonChange.objects.filter(lesson=self, day=day).delete()
        if gone:
            record("timetable.lesson.restored", self, by=by, at=at)


class LessonChange(Guarded):
    """On one day a lesson is off, or in another room."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="+")
    day = models.DateField()
    is_off = models.BooleanField()
    room = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lesson", "day"], name="one_change_a_lesson_a_day"),
            models.CheckConstraint(condition=Q(is_off=True) | ~Q(room=""), name="a_change_changes_something"),
        ]
