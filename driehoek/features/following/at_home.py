"""What the page of a child says about looking along, in one line."""

from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, abreast, asked, hang
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Mode, Signature, Step, StepAnswer
from driehoek.facts.people.models import Person
from driehoek.features.following.agreed import Agreed, standing
from driehoek.features.following.words import TITLES


@dataclass
class LooksAlong:
    """How close this viewer looks along with this child, or who looks along with herself."""

    child: Person
    agreed: Agreed | None

    @property
    def words(self) -> str:
        """At which step they are."""
        if self.agreed is None or self.agreed.agreement.sealed_at is None:
            return ""
        mode = Mode(self.agreed.steps[self.agreed.current].mode)
        return str(TITLES[mode]) % self.agreed.names

    @property
    def is_asked(self) -> bool:
        """Whether something waits for her: to sign, or to say how it goes."""
        if self.agreed is None:
            return False
        return self.agreed.is_mine_to_sign or bool(self.agreed.coming and not self.agreed.my_answer)


def looks_along(child: Person, viewer: Viewer) -> Asking[LooksAlong]:
    """What is in force; else what was proposed."""
    found = yield from asked(_standing, viewer, child.pk)
    found.sort(key=lambda agreement: agreement.sealed_at is None)
    if not found:
        return LooksAlong(child, None)
    yield from _whole(found[0])
    return LooksAlong(child, Agreed(found[0], viewer))


def _whole(agreement: LookAlong) -> Asking[None]:
    """With its steps, what was answered about these, and who signed."""
    each = (asked(build, agreement.pk) for build in (_steps, _answers, _signatures))
    steps, answers, signatures = yield from abreast(*each)
    hang(steps, "answers", answers, by="step_id")
    hang([agreement], "steps", steps, by="agreement_id")
    hang([agreement], "signatures", signatures, by="agreement_id")


def _standing(me: Viewer, child: int) -> QuerySet[LookAlong]:
    return standing(me).filter(student=child)


def _steps(agreement: int) -> QuerySet[Step]:
    return Step.objects.filter(agreement=agreement)


def _answers(agreement: int) -> QuerySet[StepAnswer]:
    return StepAnswer.objects.filter(step__agreement=agreement)


def _signatures(agreement: int) -> QuerySet[Signature]:
    return Signature.objects.filter(agreement=agreement).select_related("by")
