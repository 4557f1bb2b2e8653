"""Thirty days before a student decides herself, she and her guardians are told."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.access.models.seat import OF_AGES
from driehoek.backbone.journal.models import Entry, record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.ages import birthday, born_after
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment

BEFORE = dt.timedelta(days=30)
DECIDES, LETS_GO = "following.student.decides_soon", "following.student.lets_go_soon"


def tell_of_birthdays(now: dt.datetime) -> int:
    """Each student once; twice the same day finds nobody the second time."""
    students = list(nearly_of_age(day_of(now), now))
    for student in students:
        _tell(student, now)
    return len(students)


@transaction.atomic
def _tell(student: Person, now: dt.datetime) -> None:
    record(DECIDES, student, by=None, at=now)
    record(LETS_GO, student, by=None, at=now)


def nearly_of_age(today: dt.date, now: dt.datetime) -> QuerySet[Person]:
    """Whose birthday, at the age of her school, lies within thirty days, and who was not told."""
    sits, soon = Enrolment.objects.on(today).filter(student=OuterRef("pk")), Q(pk__in=[])
    for age in OF_AGES:
        near = Q(birth_date__gt=born_after(today, age), birth_date__lte=born_after(today + BEFORE, age))
        soon |= near & Q(Exists(sits.filter(group__school__guardians_until_age=age)))
    told = Entry.objects.filter(
        verb=DECIDES, subject_type__model="person", subject_id=OuterRef("pk"), at__gt=now - 2 * BEFORE
    )
    return Person.objects.filter(soon, ~Exists(told), is_active=True).order_by("pk")


def decides_on(student: Person, today: dt.date) -> dt.date | None:
    """The coming birthday on which she decides herself at one of her schools; nothing when that is over."""
    if student.birth_date is None:
        return None
    sits = Enrolment.objects.on(today).filter(student=student)
    ages = sits.values_list("group__school__guardians_until_age", flat=True)
    days = [birthday(student.birth_date, age) for age in ages]
    return min((day for day in days if day > today), default=None)
