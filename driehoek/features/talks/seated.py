"""Who sits at a table, and who of home can read it no more: shut out since, or let in no longer. It is the
policy's `guardian_there` from the side of the table, of many talks at once; a test holds both together."""

import datetime as dt
from typing import Any  # rows with a column beside them

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import deciding
from driehoek.facts.looking.models import Objection, opened
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import StudentGrant
from driehoek.features.talks.models.side import Side, at_table

TALKS = InformationKind.TALKS


def seated(day: dt.date) -> QuerySet[Any]:
    """Each with `shut`: a guardian who cannot open this talk on that day."""
    return at_table().annotate(shut=Q(Q(corner=Corner.HOME) & ~_reads(day)))


def sides(day: dt.date, path: str = "sides") -> "Prefetch[Any]":
    return Prefetch(path, seated(day))


def sides_of(day: dt.date, talks: tuple[int, ...]) -> QuerySet[Side]:
    return seated(day).filter(talk__in=talks)


def _reads(day: dt.date) -> Q:
    student, school = OuterRef("talk__student"), OuterRef("talk__school")
    pair: dict[str, Any] = {"student": student, "guardian": OuterRef("person")}
    seats = Seat.objects.on(day).filter(
        person=OuterRef("person"), student=student, school=school, role=Role.GUARDIAN, sees_child=True,
        may_answer=True,
    )  # fmt: skip
    granted = StudentGrant.objects.on(day).filter(kind=TALKS, **pair)
    lets_in = Q(Exists(granted)) | ~Q(Exists(deciding(day).filter(student=student)))
    opens = opened(TALKS, day).filter(student=student, group__school=school)
    refused = Objection.objects.standing().filter(**pair)
    return Q(Exists(seats)) & lets_in & Q(Exists(opens)) & ~Q(Exists(refused))
