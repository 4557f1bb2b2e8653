"""Who began the conversations of a school, home or school, and when home got its first answer."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from driehoek.features.conversations.models import Conversation, Message, Team
from driehoek.features.conversations.models.message import Corner


@dataclass(frozen=True)
class Beginning:
    """One conversation about one of its children. Only to count with: it has no words."""

    conversation: int
    school: int
    student: int
    line: int
    by_home: bool
    at: dt.datetime
    answered_at: dt.datetime | None


def beginnings(schools: Collection[int], since: dt.datetime, until: dt.datetime) -> list[Beginning]:
    """About children, begun in this time; one question."""
    school_said = Message.objects.filter(conversation=OuterRef("pk"), corner=Corner.SCHOOL, due_at__lt=until)
    begun = Conversation.objects.filter(
        school__in=schools, team=Team.CHILD, started_at__gte=since, started_at__lt=until
    ).exclude(children=None)
    rows = begun.annotate(answer=Subquery(school_said.order_by("due_at").values("due_at")[:1])).values_list(
        "pk", "school", "children__student", "line_of", "started_by", "started_at", "answer"
    )
    return [
        Beginning(pk, school, student, line, by == line, at, answer)
        for pk, school, student, line, by, at, answer in rows
    ]
