"""Who is asked: every parent of a school, and every student from twelve."""

import datetime as dt

from django.db.models import Q, QuerySet, Subquery

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import SeatQuerySet
from driehoek.backbone.access.rules.pulse import ASKED_AT
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.features.pulse.models import Participation, Readers, Side


def seats_asked(side: Side, day: dt.date) -> SeatQuerySet:
    seats = Seat.objects.on(day).filter(Q(in_group=True), school=side.round.school_id)
    if side.readers == Readers.GUARDIANS:
        return seats.filter(role=Role.GUARDIAN)
    return seats.filter(role=Role.STUDENT, student_born__lte=born_after(day, ASKED_AT))


def people_asked(side: Side, day: dt.date) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=seats_asked(side, day).values("person"), is_active=True)


def people_to_tell(side: Side, day: dt.date) -> QuerySet[Person]:
    """Without who is done with it."""
    done = Participation.objects.filter(side=side).values("person")
    return people_asked(side, day).exclude(pk__in=done)


def is_done(side: Side, viewer: Viewer) -> bool:
    return Participation.objects.visible_to(viewer).filter(side=side).exists()


def with_questions(people: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Beside each of them the key of two questions that this viewer may answer and did not yet. It is about
    none of them: a page that asks for her family anyway knows it without another query."""
    done = Participation.objects.visible_to(me).values("side")
    waiting = Side.objects.where(me, may="answer").exclude(pk__in=done).order_by("round__ends_on", "pk")
    return people.annotate(two_questions=Subquery(waiting.values("pk")[:1]))


def asks_her(person: Person) -> int | None:
    return vars(person)["two_questions"]  # by with_questions()
