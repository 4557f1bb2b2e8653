"""What a child answered when she looked back, for whoever may read it."""

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.models import Reflection, ReflectionVoice

AT_MOST = 3


def answers_of(child: Person, viewer: Viewer) -> Asking[list[Reflection]]:
    """The newest; not yet in words: the page does that for all it shows at once."""
    found: list[Reflection] = yield from asked(_newest, viewer, child.pk)
    for answer in found:
        answer.voices = ReflectionVoice.played(answer.heard)  # type: ignore[attr-defined]  # annotated
    return found


def _newest(me: Viewer, child: int) -> QuerySet[Reflection]:
    seen = Reflection.objects.visible_to(me).filter(student=child)
    return seen.annotate(heard=ReflectionVoice.column()).order_by("-week")[:AT_MOST]
