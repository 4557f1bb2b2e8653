"""What the page about looking along shows: of each guardian that this viewer may know of, how it stands."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from driehoek.backbone.access.models.seat import deciding
from driehoek.backbone.access.parts import allowed, read
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.looking.models import ExtraLook, LookAlong, Mode, Objection, Reason, Side, Step
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, GroupKind, Sector
from driehoek.features.following import stepping
from driehoek.features.following.reasons import Why, of_extras, of_reasons
from driehoek.features.following.wedge import SHORT, Wedge
from driehoek.features.following.words import MEANS, TITLES

MENTORED = (Sector.SECONDARY, Sector.VOCATIONAL)


@dataclass(frozen=True)
class ShownStep:
    """One line of the list under the drawing."""

    step: Step
    title: str
    means: str
    is_now: bool


class Agreed:
    """One agreement or proposal, as one of the three reads it."""

    def __init__(self, agreement: LookAlong, viewer: Viewer) -> None:
        self.agreement, self.viewer = agreement, viewer
        self.side = side_of(agreement, viewer)
        self.steps = list(agreement.steps.all())

    @property
    def names(self) -> dict[str, str]:
        return {"child": self.agreement.student.given_name, "guardian": self.agreement.guardian.given_name}

    @cached_property
    def current(self) -> int:
        """The farthest step that has begun; a proposal stands at its first."""
        if self.agreement.sealed_at is None:
            return 0
        begun = [n for n, step in enumerate(self.steps) if stepping.has_begun(step, self.viewer.today)]
        return max(begun, default=0)

    @property
    def wedge(self) -> Wedge:
        return Wedge(self.steps, self.viewer.today, self.current)

    @property
    def shown(self) -> list[ShownStep]:
        return [
            ShownStep(
                step,
                str(TITLES[Mode(step.mode)]) % self.names,
                str(MEANS[Mode(step.mode), self.side]) % self.names,
                n == self.current and self.agreement.sealed_at is not None,
            )
            for n, step in enumerate(self.steps)
        ]

    @property
    def sharing(self) -> str:
        """What stands in the last part of the drawing: with her name, when that fits."""
        said = gettext("%(name)s deelt") % {"name": self.agreement.student.given_name}
        return said if len(said) <= SHORT else gettext("Deelt zelf")

    @cached_property
    def signed(self) -> dict[str, Person]:
        """Who said yes, by side."""
        return {signature.side: signature.by for signature in self.agreement.signatures.all()}

    @property
    def signers(self) -> list[str]:
        """In the order of the triangle, each as the others call them."""
        return [self.signed[side].name for side in Side if side in self.signed]

    @property
    def have(self) -> dict[str, bool]:
        return {side.value: side in self.signed for side in Side}

    @property
    def is_mine_to_sign(self) -> bool:
        is_open = self.agreement.sealed_at is None and not self.is_too_late
        return is_open and self.side not in self.signed

    @property
    def is_too_late(self) -> bool:
        """Proposed, and overtaken by the calendar: it takes a new one."""
        return self.agreement.is_too_late(self.viewer.today)

    @cached_property
    def coming(self) -> Step | None:
        """The step about which they are asked now."""
        if self.agreement.sealed_at is None:
            return None
        return stepping.coming(self.agreement, self.viewer.today)

    @property
    def my_answer(self) -> str:
        """ "further", "stay", or nothing said yet."""
        said = {answer.side: answer.is_further for answer in self.coming.answers.all()} if self.coming else {}
        return "" if self.side not in said else "further" if said[self.side] else "stay"

    @property
    def is_wanted_sooner(self) -> bool:
        return bool(self.coming) and bool(stepping.begins_sooner(self.coming, self.viewer.today))  # type: ignore[arg-type]

    @property
    def objects_until(self) -> dt.date | None:
        """The last day on which one may say "not yet" to who asked for it sooner."""
        if self.coming is None or not self.is_wanted_sooner:
            return None
        first = min(answer.on for answer in self.coming.answers.all() if answer.is_further)
        return first + stepping.OBJECTING - dt.timedelta(days=1)


class Pair:
    """The student and one guardian: what is in force, what was proposed, and what else holds for them."""

    def __init__(self, guardian: Person) -> None:
        self.guardian = guardian
        self.now: Agreed | None = None
        self.proposal: Agreed | None = None
        self.extra: ExtraLook | None = None
        self.why_extra: Why | None = None
        self.is_objected = False


class AgreementPage:
    """One child, seen by whom the gate let in."""

    def __init__(self, child: Person, viewer: Viewer) -> None:
        self.child, self.viewer = child, viewer
        self.is_own = child == viewer.person
        self.at_work = viewer.hat == "school"

    @cached_property
    def places(self) -> list[Enrolment]:
        """Where she sits today, without childcare."""
        found = Enrolment.objects.on(self.viewer.today).filter(student=self.child)
        found = found.exclude(Q(group__kind=GroupKind.CARE) | Q(group__school__sector=Sector.CHILDCARE))
        return list(found.select_related("group__school").order_by("group__kind", "group__name"))

    @property
    def is_small(self) -> bool:
        """In no school with a mentor: who tells how she is doing is simply school."""
        return not any(place.group.school.sector in MENTORED for place in self.places)

    @cached_property
    def pairs(self) -> list[Pair]:
        """A guardian finds herself alone; the student and her mentor each guardian who looks along."""
        pairs = {guardian.pk: Pair(guardian) for guardian in guardians_for(self.child, self.viewer)}
        for agreement in agreements(self.viewer).filter(student=self.child, guardian__in=pairs):
            pair = pairs[agreement.guardian_id]
            if agreement.sealed_at:
                pair.now = Agreed(agreement, self.viewer)
            else:
                pair.proposal = Agreed(agreement, self.viewer)
        self._look_closer(pairs)
        for objection in objections(self.child, self.viewer):
            if objection.guardian_id in pairs:
                pairs[objection.guardian_id].is_objected = True
        return list(pairs.values())

    def _look_closer(self, pairs: dict[int, Pair]) -> None:
        extras = [extra for extra in _extras(self.child, self.viewer) if extra.guardian_id in pairs]
        if not extras:
            return
        whys = of_extras(extras, self.places[0].group.school_id if self.places else 0)
        put_in_words(whys, now=self.viewer.now)
        for extra, why in zip(extras, whys, strict=True):
            pairs[extra.guardian_id].extra, pairs[extra.guardian_id].why_extra = extra, why

    @property
    def is_agreed(self) -> bool:
        """Whether there is something yet that can become different."""
        return any(pair.now or pair.proposal for pair in self.pairs)

    @property
    def is_told_nothing(self) -> bool:
        """At school, and not her mentor: whether there is an agreement is of the three of them."""
        return self.at_work and not self.may["agree_on_looking"]

    @property
    def may_propose(self) -> bool:
        """While the student objects there is nobody to agree with."""
        open_to_it = not self.pairs or any(not pair.is_objected for pair in self.pairs)
        return self.may["agree_on_looking"] and open_to_it

    @cached_property
    def reasons(self) -> list[tuple[Reason, Why]]:
        """One's own, and for the mentor those of all three."""
        mine = rows(Reason, self.viewer, may="see").filter(agreement__student=self.child)
        found = list(mine.select_related("by", "agreement").order_by("-at", "-pk")[:5])
        whys = of_reasons(found)
        put_in_words(whys, now=self.viewer.now)
        return list(zip(found, whys, strict=True))

    @cached_property
    def may(self) -> dict[str, bool]:
        acts = (
            "agree_on_looking",
            "look_extra",
            "choose_lookers",
            "ask_about",
            "ask_mentor",
            "ask_how_she_is",
        )
        found = read(allowed(self.child, self.viewer, *acts))
        return {act: act in found for act in acts}

    @property
    def may_ask(self) -> bool:
        """School something, or at least the mentor how this child is."""
        return self.may["ask_about"] or self.may["ask_mentor"]

    @property
    def is_minor_to_call(self) -> bool:
        """By law she may ask how this child is, and here she cannot."""
        return self.may["ask_how_she_is"] and not self.may_ask

    @cached_property
    def is_grown(self) -> bool:
        """She decides herself: what was agreed before counts no more."""
        return deciding(self.viewer.today).filter(student=self.child).exists()


def guardians_for(child: Person, viewer: Viewer) -> list[Person]:
    """Of another guardian a guardian learns nothing, not even that there is one."""
    ties = Guardianship.objects.on(viewer.today).filter(student=child, sees_child=True)
    if viewer.hat == "home" and viewer.person != child:
        ties = ties.filter(guardian=viewer.person)
    people = Person.objects.filter(pk__in=ties.values("guardian"), is_active=True)
    return list(people.select_related("portrait").order_by("given_name", "pk"))


def _extras(child: Person, viewer: Viewer) -> QuerySet[ExtraLook]:
    running = ExtraLook.objects.on(viewer.today).filter(student=child) & rows(ExtraLook, viewer, may="see")
    return running.select_related("by")


def objections(child: Person, viewer: Viewer) -> QuerySet[Objection]:
    return Objection.objects.standing().filter(student=child) & rows(Objection, viewer, may="know")


def agreements(viewer: Viewer) -> QuerySet[LookAlong]:
    """What still counts, with who signed it, its steps and what was answered about these."""
    return standing(viewer).prefetch_related("steps__answers", "signatures__by")


def standing(viewer: Viewer) -> QuerySet[LookAlong]:
    """At the age at which she decides herself an agreement is over."""
    seen = rows(LookAlong, viewer, may="see").filter(ended_at=None)
    seen = seen.exclude(student__in=deciding(viewer.today).values("student"))
    return seen.select_related("student", "guardian", "school").order_by("pk")


def side_of(agreement: LookAlong, viewer: Viewer) -> Side:
    """In which corner of this agreement she stands. The gate has let her in to one of them."""
    if viewer.hat == "school":
        return Side.MENTOR
    return Side.STUDENT if agreement.student_id == viewer.person.pk else Side.GUARDIAN
