"""Which languages are read at home with a child, and by herself."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.wanting import languages_of
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person


def guardians_of(student: int, day: dt.date) -> QuerySet[Person]:
    """Who may see this child that day."""
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, sees_child=True, student=student)
    return Person.objects.filter(pk__in=seats.values("person"))


def languages_at_home(student: Person, at: dt.datetime) -> set[str]:
    spoken = guardians_of(student.pk, day_of(at)).values_list("language", flat=True)
    return languages_of(*spoken, student.language)
