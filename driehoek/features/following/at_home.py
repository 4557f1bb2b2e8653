"""What the page of a child says about looking along: how close, and who."""

from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.parts import Asking, abreast, asked, hang
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Mode, Objection, Signature, Step, StepAnswer
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


@dataclass
class WhoLooks:
    """Who looks along with this child, as far as this viewer may know: another guardian never learns it."""

    child: Person
    names: list[str]  # of guardians, for the student herself
    is_open: bool  # whether what school tells of her comes to this guardian


def who_looks(child: Person, viewer: Viewer) -> Asking[WhoLooks]:
    """For her page at home."""
    if viewer.person.pk != child.pk:
        return WhoLooks(child, [], child.pk in viewer.hears_of())
    found = yield from asked(_lookers, viewer, child.pk)
    return WhoLooks(child, [name for (name,) in found], is_open=True)


def _lookers(me: Viewer, child: int) -> QuerySet[Person, tuple[str]]:
    """Whoever has a seat beside her, but for whom she objects to."""
    seats = Seat.objects.on(me.today).filter(role=Role.GUARDIAN, sees_child=True, student=child)
    refused = Objection.objects.standing().filter(student=child)
    beside = Person.objects.filter(pk__in=seats.values("person"), is_active=True)
    named = beside.exclude(pk__in=refused.values("guardian")).order_by("given_name", "pk")
    return named.values_list("given_name")


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
