"""Who sits in a group, and who works for it: always with dates."""

import datetime as dt
from typing import Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models.group import Group
from driehoek.facts.schools.models.school import Board, School

Dated = TypeVar("Dated", bound=models.Model)


class DatedQuerySet(models.QuerySet[Dated]):
    def on(self, day: dt.date) -> Self:
        """Rows that count on that day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class Source(models.TextChoices):
    IMPORT = "import", _("Leerlingadministratie")
    OFFICE = "office", _("School")


class EnrolmentQuerySet(DatedQuerySet["Enrolment"]):
    def now_or_last(self, day: dt.date) -> Self:
        """Of each student at each school: where she sits that day, or else where she sat last."""
        begun = self.filter(starts_on__lte=day)
        same = {"student": OuterRef("student"), "group__school": OuterRef("group__school")}
        later = Enrolment.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")), starts_on__lte=day, **same
        )
        return begun.filter(Q(ends_on=None) | Q(ends_on__gte=day) | ~Exists(later))


class Enrolment(models.Model):
    """A student in a group, from a day and until a day."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="enrolments")
    group = models.ForeignKey(Group, models.CASCADE, related_name="enrolments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day it counts
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.IMPORT)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "starts_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "group"], condition=Q(ends_on=None), name="one_open_enrolment_a_group"
            )
        ]


class Function(models.TextChoices):
    """What someone does. The policy speaks of these words and of no other."""

    TEACHER = "teacher", _("Leerkracht")
    MENTOR = "mentor", _("Mentor")
    CAREER_COACH = "career_coach", _("Loopbaancoach")
    CARE_WORKER = "care_worker", _("Pedagogisch medewerker")
    HEAD = "head", _("Directeur")
    OFFICE = "office", _("Administratie")
    KEY_USER = "key_user", _("Helpt met Driehoek")  # of a school; every family may ask her
    BOARD_ADMIN = "board_admin", _("Bestuur")


GROUP_FUNCTIONS = (Function.TEACHER, Function.MENTOR, Function.CAREER_COACH, Function.CARE_WORKER)
MENTORING = (Function.MENTOR, Function.TEACHER, Function.CAREER_COACH)
MENTORS = (Function.MENTOR, Function.CAREER_COACH)  # of an older student, who has teachers for each subject


class Appointment(models.Model):
    """Someone who works for a board, one of its schools, or one group of a school."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments")
    board = models.ForeignKey(Board, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, null=True, blank=True, related_name="appointments")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="appointments")
    function = models.CharField(max_length=12, choices=Function.choices)
    days = models.CharField(max_length=14, blank=True)  # working days, ISO numbers: "1,2,3"
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.IMPORT)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(group=None) | Q(school__isnull=False), name="a_group_lies_in_a_school"
            ),
            models.CheckConstraint(
                condition=Q(school__isnull=False) | Q(function=Function.BOARD_ADMIN),
                name="only_the_board_works_without_a_school",
            ),
        ]

    @property
    def workdays(self) -> tuple[int, ...]:
        """ISO numbers: Monday is 1. Empty when nobody said."""
        return tuple(int(day) for day in self.days.split(",") if day)
