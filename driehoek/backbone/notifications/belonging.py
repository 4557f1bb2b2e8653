"""Where a piece of news belongs: whose hours and rules count, and which group or child it is about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    return children_of_each({about: set(people)}, day)[about]


def children_of_each(hearing: Mapping[About, set[int]], day: dt.date) -> dict[About, dict[int, set[int]]]:
    """The same of several pieces of news, each with people of its own, in one question."""
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, person__in=set[int]().union(*hearing.values()))
    hers = defaultdict[int, list[tuple[int | None, ...]]](list)
    for person, *where in seats.values_list("person", "student", "group", "school"):
        hers[person].append(tuple(where))
    found = {about: defaultdict[int, set[int]](set) for about in hearing}
    for about, people in hearing.items():
        for person in people:
            for student, group, school in hers.get(person, ()):
                if student and _concerns(about, student, group, school):
                    found[about][person].add(student)
    return {about: dict(children) for about, children in found.items()}


def _concerns(about: About, student: int, group: int | None, school: int | None) -> bool:
    if about.student:
        return student == about.student
    return group == about.group if about.group else school == about.school
