"""What a child answered when she looked back, for whoever may read it."""

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.models import Reflection, ReflectionVoice

AT_MOST = 3


def answers_of(child: Person, viewer: Viewer) -> list[Reflection]:
    """The newest; not yet in words: the page does that for all it shows at once."""
    seen = (
        Reflection.objects.visible_to(viewer).filter(student=child).annotate(heard=ReflectionVoice.column())
    )
    found: list[Reflection] = list(seen.order_by("-week")[:AT_MOST])
    for answer in found:
        answer.voices = ReflectionVoice.played(answer.heard)  # type: ignore[attr-defined]  # annotated
    return found
