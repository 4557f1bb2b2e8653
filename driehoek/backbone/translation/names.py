"""Names that no machine may change: of the people, the groups and the school itself."""

import datetime as dt

from driehoek.backbone.access.models import Seat
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School


def names_at(school: int, day: dt.date) -> frozenset[str]:
    """Of everyone who sits at this school that day."""
    seats = Seat.objects.on(day).filter(school=school)
    keys = set(seats.values_list("person", flat=True)) | set(seats.values_list("student", flat=True))
    rows = Person.objects.filter(pk__in=keys - {None}).values_list(
        "given_name", "infix", "family_name", "called"
    )
    names = {name for row in rows for name in _names(*row)}
    names |= set(Group.objects.filter(school=school).values_list("name", flat=True))
    names |= set(School.objects.filter(pk=school).values_list("name", flat=True))
    return frozenset(name for name in names if len(name) > 1)


def _names(given: str, infix: str, family: str, called: str) -> set[str]:
    full = " ".join(filter(None, (given, infix, family)))
    return {given, family, full, called, called.rpartition(" ")[2]}
