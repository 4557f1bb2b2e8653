"""Whom an audience reaches, in numbers: what a teacher sees before she shares."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q

from driehoek.backbone.access.models import Audience, Role


@dataclass(frozen=True)
class Reach:
    """28 children, 47 guardians, 6 languages; and colleagues, when they are addressed too."""

    children: int
    guardians: int
    languages: int
    staff: int


def reach_of(audience: Audience, day: dt.date) -> Reach:
    """Counts people, not seats: a guardian of two children in the group is one."""
    active = Q(person__is_active=True)
    guardian = active & Q(role=Role.GUARDIAN)
    counts = audience.seats(day).aggregate(
        children=Count("student", distinct=True),
        guardians=Count("person", distinct=True, filter=guardian),
        languages=Count("person__language", distinct=True, filter=guardian),
        staff=Count("person", distinct=True, filter=active & Q(role=Role.STAFF)),
    )
    return Reach(**counts)
