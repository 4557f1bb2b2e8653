"""A proposal that waits for a signature, for the first page at home: asked together with the children."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Signature
from driehoek.facts.people.models import Person


@dataclass(frozen=True)
class ToSign:
    """About whom; `is_own`: she signs for herself."""

    student: Person
    is_own: bool


def with_proposal(children: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Each child with whether this person has yet to sign something about her, in the same question."""
    said = Signature.objects.filter(agreement=OuterRef("pk"), by=me.person)
    open_ = rows(LookAlong, me, may="sign").filter(~Exists(said), student=OuterRef("pk"))
    return children.annotate(waits_for_her=Exists(open_))


def to_sign(child: Person, viewer: Viewer) -> ToSign | None:
    """Of a child that with_proposal() found."""
    waits: bool = child.waits_for_her  # type: ignore[attr-defined]  # annotated
    return ToSign(child, child.pk == viewer.person.pk) if waits else None
