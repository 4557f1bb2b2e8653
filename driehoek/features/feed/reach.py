"""Whom an audience reaches, in numbers: what a teacher sees before she shares."""

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from driehoek.backbone.access.models import Audience, Role, Seat
from driehoek.features.feed.places import Place


@dataclass(frozen=True)
class Reach:
    """28 children, 47 guardians, 6 languages; and colleagues and students, when they are addressed too."""

    children: int
    guardians: int
    languages: int
    staff: int
    students: int


def reach_of(audience: Audience, day: dt.date) -> Reach:
    return _count(audience.seats(day))


def reach_of_place(place: Place, day: dt.date, *, with_students: bool) -> Reach:
    """Of a sheet that is kept nowhere yet, and so has no audience."""
    fitting = [line.seats() for line in place.lines(with_students=with_students)]
    return _count(Seat.objects.on(day).filter(reduce(or_, fitting)))


def _count(seats: QuerySet[Seat]) -> Reach:
    """Counts people, not seats: a guardian of two children in the group is one."""
    active = Q(person__is_active=True)
    guardian = active & Q(role=Role.GUARDIAN)
    counts = seats.aggregate(
        children=Count("student", distinct=True),
        guardians=Count("person", distinct=True, filter=guardian),
        languages=Count("person__language", distinct=True, filter=guardian),
        staff=Count("person", distinct=True, filter=active & Q(role=Role.STAFF)),
        students=Count("person", distinct=True, filter=active & Q(role=Role.STUDENT)),
    )
    return Reach(**counts)
