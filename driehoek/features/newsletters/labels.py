"""How groups are labelled: by year and by programme, as their names say it ("groep 5a", "zorg 2b")."""

import datetime as dt
import re
from typing import Protocol

from django.db.models import QuerySet

from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Group, GroupKind, School

NAME = re.compile(r"^\s*(?P<programme>[^\d]*?)\s*(?P<year>\d+)?\s*\w*\s*$")
LABELLED = {GroupKind.CLASS, GroupKind.TEACHING}
PLAIN = {"", "groep", "klas"}  # says nothing about what is taught


class Chosen(Protocol):
    @property
    def groups(self) -> tuple[Group, ...]: ...
    @property
    def years(self) -> tuple[int, ...]: ...
    @property
    def programmes(self) -> tuple[str, ...]: ...


def year_of(group: Group) -> int | None:
    """ "groep 5a" is a 5, "2B" a 2."""
    found = NAME.match(group.name) if group.kind in LABELLED else None
    return int(found["year"]) if found and found["year"] else None


def programme_of(group: Group) -> str:
    """ "zorg 2a" belongs to zorg; "groep 5" to nothing in particular."""
    found = NAME.match(group.name) if group.kind in LABELLED else None
    said = found["programme"].casefold() if found and found["year"] else ""
    return "" if said in PLAIN else said


def running(school: School, at: dt.datetime) -> QuerySet[Group]:
    day = day_of(at)
    return Group.objects.filter(school=school, year__starts_on__lte=day, year__ends_on__gte=day)


def matching(chosen: Chosen, school: School, at: dt.datetime) -> list[Group]:
    """Every group that carries one of these labels."""
    return [
        group
        for group in running(school, at)
        if group in chosen.groups
        or year_of(group) in chosen.years
        or programme_of(group) in chosen.programmes
    ]
