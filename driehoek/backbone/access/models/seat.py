"""One person's place in one group, and why. A database view: derived, never stale."""

import datetime as dt
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.facts.looking.models import Objection
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person, Restriction, StudentGrant
from driehoek.facts.schools.models import Board, Enrolment, Function, Group, School, Sector

OF_AGES = (16, 18)  # the two ages at which a school may let guardians go
NO_ACCESS, CHILD_ONLY = Restriction.Kind.NO_ACCESS, Restriction.Kind.CHILD_ONLY
REMEMBERED = dt.timedelta(days=365)  # how long a class that one left stays readable
DAYS = 16  # days of which the question is kept


class Role(models.TextChoices):
    GUARDIAN = "guardian"
    STUDENT = "student"
    STAFF = "staff"


class SeatQuerySet(QuerySet["Seat"]):
    def on(self, day: dt.date) -> "SeatQuerySet":
        """Seats that count that day. There is no other way to reach a seat."""
        return self.recent(day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def recent(self, day: dt.date) -> "SeatQuerySet":
        """Also the seats in groups that were left within a year: old news may be read again."""
        return (
            self.annotate(
                in_group=Q(sees_group=True) & _is_told(day) & ~Exists(_restrictions(day, CHILD_ONLY)),
                hears_of_child=Q(sees_child=True) & _is_told(day),
            )
            .filter(starts_on__lte=day)
            .filter(Q(ends_on=None) | Q(ends_on__gte=day - REMEMBERED))
            .filter(Q(since_on=None) | Q(since_on__lte=day), Q(until_on=None) | Q(until_on__gte=day))
            .filter(~Q(role=Role.GUARDIAN) | _still_minor(day) | Exists(_grants(day)))
            .filter(~Exists(_restrictions(day, NO_ACCESS)))
        )


class SeatManager(models.Manager["Seat"]):
    """Only the two questions that know which day it is."""

    def on(self, day: dt.date) -> SeatQuerySet:
        return seats_on(day).all()

    def recent(self, day: dt.date) -> SeatQuerySet:
        return seats_recent(day).all()


@lru_cache(DAYS)
def seats_on(day: dt.date) -> SeatQuerySet:
    """The question, put together once a day: nearly every page and every mail begins with it."""
    return SeatQuerySet(Seat).on(day)


@lru_cache(DAYS)
def seats_recent(day: dt.date) -> SeatQuerySet:
    return SeatQuerySet(Seat).recent(day)


class Seat(models.Model):
    """Anna sits at 5A as guardian of Noor; Tess sits at 5A as teacher; Noor sits there as student."""

    id = models.CharField(primary_key=True, max_length=50)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, related_name="+")
    role = models.CharField(max_length=10, choices=Role.choices)
    function = models.CharField(max_length=12, choices=Function.choices, blank=True)  # staff only
    board = models.ForeignKey(Board, models.DO_NOTHING, related_name="+")
    school = models.ForeignKey(School, models.DO_NOTHING, null=True, related_name="+")
    group = models.ForeignKey(Group, models.DO_NOTHING, null=True, related_name="+")
    student = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="+")
    student_born = models.DateField(null=True)
    sector = models.CharField(max_length=10)
    guardians_until_age = models.PositiveSmallIntegerField()
    sees_child = models.BooleanField()
    sees_group = models.BooleanField()
    may_answer = models.BooleanField()
    starts_on = models.DateField()  # of the enrolment or the appointment
    ends_on = models.DateField(null=True)
    since_on = models.DateField(null=True)  # of the guardianship
    until_on = models.DateField(null=True)

    objects = SeatManager()

    class Meta:
        managed = False
        db_table = "access_seat"

    @property
    def opens_group(self) -> bool:
        """Whether this seat counts as one of the group, not only as someone around the child."""
        return bool(vars(self)["in_group"])  # annotated by on() and recent()

    @property
    def is_told(self) -> bool:
        """Whether what school says about the child comes to this seat: a student of age may leave that shut
        while she shows other things, and one who objects keeps it shut."""
        return bool(vars(self)["hears_of_child"])


def _restrictions(day: dt.date, kind: str) -> QuerySet[Restriction]:
    return Restriction.objects.on(day).filter(
        kind=kind, adult=OuterRef("person_id"), student=OuterRef("student_id")
    )


def _grants(day: dt.date) -> QuerySet[StudentGrant]:
    pair = {"student": OuterRef("student_id"), "guardian": OuterRef("person_id")}
    return StudentGrant.objects.on(day).filter(**pair)


def _is_told(day: dt.date) -> Q:
    news = _grants(day).filter(kind=InformationKind.NEWS)
    not_refused = ~Q(Exists(_objections()))
    return ~Q(role=Role.GUARDIAN) | ((_still_minor(day) | Q(Exists(news))) & not_refused)


def _objections() -> QuerySet[Objection]:
    pair = {"student": OuterRef("student_id"), "guardian": OuterRef("person_id")}
    return Objection.objects.standing().filter(**pair)


def of_age(day: dt.date) -> Q:
    """On enrolments: of students who decide themselves at that school, as `_still_minor` has it for seats."""
    grown_up = Q(student__birth_date=None) & ~Q(group__school__sector__in=[Sector.PRIMARY, Sector.CHILDCARE])
    for age in OF_AGES:
        born = Q(student__birth_date__lte=born_after(day, age))
        grown_up |= born & Q(group__school__guardians_until_age=age)
    return grown_up


def deciding(day: dt.date) -> QuerySet[Enrolment]:
    """Where somebody sits that day who decides herself who looks along."""
    return Enrolment.objects.on(day).filter(of_age(day))


def _still_minor(day: dt.date) -> Q:
    """Too young to decide herself. A missing birth date counts as a child in primary school and childcare,
    and as grown up elsewhere: in doubt the door stays closed."""
    minor = Q(student_born=None, sector__in=[Sector.PRIMARY, Sector.CHILDCARE])
    for age in OF_AGES:
        minor |= Q(guardians_until_age=age, student_born__gt=born_after(day, age))
    return minor
