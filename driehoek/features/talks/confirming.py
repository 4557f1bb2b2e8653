"""What was written down at a talk and waits for a yes of this person, for the first page at home: asked
together with the children."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Pledge, PledgeYes, Side


def unconfirmed(me: Viewer) -> QuerySet[Pledge]:
    """What still counts of what was agreed at a talk where she was, and to which she did not say yes."""
    corners = (Corner.SCHOOL,) if me.hat == "school" else (Corner.HOME, Corner.CHILD)
    here = Side.objects.filter(talk=OuterRef("talk"), person=me.person, corner__in=corners)
    yes = PledgeYes.objects.filter(pledge=OuterRef("pk"), side__person=me.person, side__corner__in=corners)
    still = Q(until=None) | Q(until__gte=me.today)
    said = Pledge.objects.visible_to(me).open().filter(still, Exists(here), ~Exists(yes))
    return said.filter(talk__cancellation=None).order_by("pk")


@dataclass(frozen=True)
class ToConfirm:
    """At which talk, about whom; `is_own`: about herself."""

    talk: int
    student: Person
    is_own: bool


def with_pledges(children: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Each child with the talk at which something was agreed that this person did not say yes to."""
    waiting = unconfirmed(me).filter(talk__student=OuterRef("pk"))
    return children.annotate(talk_to_confirm=Subquery(waiting.values("talk")[:1]))


def to_confirm(child: Person, viewer: Viewer) -> ToConfirm | None:
    """Of a child that with_pledges() found."""
    talk: int | None = child.talk_to_confirm  # type: ignore[attr-defined]  # annotated
    return ToConfirm(talk, child, child.pk == viewer.person.pk) if talk else None
