"""The talk that comes in these days, for the first page at home: asked together with the children."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import (
    Case,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import JSONObject
from django.db.models.lookups import GreaterThan

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, from_json
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Side, Talk
from driehoek.features.talks.models.talk import MINUTES
from driehoek.features.talks.watching import AHEAD

A_DAY, A_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Soon:
    """One talk, and whether this person's side of it is ready."""

    talk: Talk
    student: Person
    viewer: Viewer
    is_ready: bool

    @property
    def days(self) -> int:
        return self.talk.days_until(self.viewer.today)

    @property
    def is_own(self) -> bool:
        return self.student.pk == self.viewer.person.pk


def with_talk(children: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Each child with the first talk of these days to which this person was asked, in the same question."""
    mine = Side.objects.filter(talk=OuterRef("pk"), person=me.person, corner__in=[Corner.HOME, Corner.CHILD])
    begins, ends = (at(day, dt.time()) for day in (me.today, me.today + AHEAD + A_DAY))
    coming = Talk.objects.visible_to(me).standing().not_closed().filter(student=OuterRef("pk"))
    coming = coming.filter(_not_over(me), moment__gte=begins, moment__lt=ends).order_by("moment", "pk")
    side = Subquery(mine.values("ready_at")[:1])
    told = JSONObject(id="pk", kind="kind", moment="moment", minutes="minutes", ready=side)
    return children.annotate(talk_soon=Subquery(coming.values(it=told)[:1]))


def _not_over(me: Viewer) -> Q:
    """What is over today does not stand before what comes after it; counted by the database."""
    known = (When(minutes=n, then=Value(n * A_MINUTE)) for n in MINUTES)
    lasts = Case(*known, default=Value(max(MINUTES) * A_MINUTE), output_field=DurationField())
    until = ExpressionWrapper(F("moment") + lasts, output_field=DateTimeField())
    return Q(GreaterThan(until, Value(me.now, output_field=DateTimeField())))


def soon(child: Person, viewer: Viewer) -> Soon | None:
    """Of a child that with_talk() found."""
    told = child.talk_soon  # type: ignore[attr-defined]  # annotated
    if not told:
        return None
    ready = told.pop("ready") is not None
    talk = Talk(**told | {"moment": from_json(told["moment"])})
    return Soon(talk, child, viewer, ready)
