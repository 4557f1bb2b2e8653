"""What waits for one of the three about looking along, for the first page at home: a proposal to sign, or how
it goes before a step. Asked together with the children."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Signature
from driehoek.facts.people.models import Person


@dataclass(frozen=True)
class ToSign:
    """About whom; `is_own`: about herself."""

    student: Person
    is_own: bool


def with_proposal(children: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Each child with whether this person has yet to sign something about her, or to say whether a step may
    come, in the same question."""
    said = Signature.objects.filter(agreement=OuterRef("pk"), by=me.person)
    late = LookAlong.objects.too_late(me.today).filter(pk=OuterRef("pk"))
    open_ = rows(LookAlong, me, may="sign").filter(~Exists(said), ~Exists(late), student=OuterRef("pk"))
    asks = rows(LookAlong, me, may="step") & LookAlong.objects.asks(me.today, by=me.person)
    near = asks.filter(student=OuterRef("pk"))
    return children.annotate(waits_for_her=Exists(open_), asks_her_how_it_goes=Exists(near))


def to_sign(child: Person, viewer: Viewer) -> ToSign | None:
    """Of a child that with_proposal() found."""
    waits: bool = child.waits_for_her  # type: ignore[attr-defined]  # annotated
    return ToSign(child, child.pk == viewer.person.pk) if waits else None


def to_step(child: Person, viewer: Viewer) -> ToSign | None:
    """The same, about the step that comes."""
    asks: bool = child.asks_her_how_it_goes  # type: ignore[attr-defined]  # annotated
    return ToSign(child, child.pk == viewer.person.pk) if asks else None
