"""Who works for a whole school, such as its office and its head: to whom a notice goes that is for school."""

import datetime as dt
from collections.abc import Iterable
from typing import Any  # rows of whatever knows the schools

from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Function


def office_of(
    schools: Iterable[int] | QuerySet[Any, Any], day: dt.date, *functions: Function
) -> QuerySet[Person]:
    """Whoever has one of these functions at one of these schools that day."""
    seats = Seat.objects.on(day).filter(
        role=Role.STAFF, group=None, school__in=schools, function__in=functions
    )
    return Person.objects.filter(pk__in=seats.values("person"))
