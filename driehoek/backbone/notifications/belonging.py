"""Where a piece of news belongs: whose hours and rules count, and which group or child it is about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from driehoek.backbone.access.models import Role, Seat


@dataclass(frozen=True, kw_only=True)
class About:
    """Keys. Without a school no school's hours count; with a student the group does not matter."""

    school: int | None = None
    group: int | None = None
    student: int | None = None


def children_concerned(people: Iterable[int], about: About, day: dt.date) -> dict[int, set[int]]:
    """Of each of these people at home: which of her children it is about."""
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, person__in=list(people))
    if about.student:
        seats = seats.filter(student=about.student)
    elif about.group:
        seats = seats.filter(group=about.group)
    else:
        seats = seats.filter(school=about.school)
    found = defaultdict[int, set[int]](set)
    for person, student in seats.values_list("person", "student"):
        found[person].add(student)
    return found
