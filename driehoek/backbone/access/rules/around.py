"""Rules on rows that name a person, by the groups in which she sits."""

from typing import Any

from django.db.models import Q, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.rules.children import about, pupils_of
from driehoek.backbone.access.rules.rule import Rule, mine
from driehoek.backbone.access.viewer import Viewer


def around(me: Viewer, role: Role, **seats: object) -> QuerySet[Seat, Any]:
    """People who sit in one of this viewer's groups today, in that role."""
    return Seat.objects.on(me.today).filter(role=role, **seats).values("person")


about_family = Rule(  # the guardians of one's pupils
    lambda me: Q(person__in=around(me, Role.GUARDIAN, student__in=pupils_of(me)))
)
known_adult = about_family | Rule(lambda me: Q(person__in=pupils_of(me)))  # or a pupil of age, herself
about_school = Rule(lambda me: Q(person__in=around(me, Role.STAFF, school__in=schools_of(me))))


def schools_of(me: Viewer) -> set[int]:
    return {seat.school_id for seat in me.seats if seat.school_id}


def schools_at_home(me: Viewer) -> set[int]:
    """Where she comes for a child, or to learn."""
    return schools_of(me) if me.hat == "home" else set()


# Faces: rules on portraits
face = about("person")
own_guardian = Rule(  # as long as she is one: a block ends it
    lambda me: Q(person__in=around(me, Role.GUARDIAN, student__in=me.self_as_student()))
)
known_face = mine | face["guardian"] | own_guardian | face["staff"] | about_family | about_school
