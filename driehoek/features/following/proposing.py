"""Who may be chosen in a proposal, between which moments, and a proposal for a whole class at once."""

from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Objection, Side
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.following import agreeing
from driehoek.features.following.agreed import AgreementPage, guardians_for, objections
from driehoek.features.following.agreeing import Plan
from driehoek.features.following.moments import Moment, to_propose


class OtherPage:
    """Somebody agrees on something else about this child."""

    def __init__(self, child: Person, viewer: Viewer) -> None:
        self.child, self.viewer = child, viewer

    @cached_property
    def school(self) -> School | None:
        """Where she has lessons; for a colleague, where she works."""
        places = AgreementPage(self.child, self.viewer).places
        at_work = self.viewer.workplaces()
        here = [place.group.school for place in places]
        return next((one for one in here if not at_work or one.pk in at_work), None)

    @cached_property
    def moments(self) -> list[Moment]:
        return to_propose(self.school, self.viewer.today) if self.school else []

    @cached_property
    def guardians(self) -> list[Person]:
        return open_to(self.child, self.viewer)

    def propose(self, guardian: Person, plan: Plan, reason: str) -> None:
        viewer = self.viewer
        own = self.child == viewer.person
        side = Side.MENTOR if viewer.hat == "school" else Side.STUDENT if own else Side.GUARDIAN
        if self.school:
            agreeing.propose(
                self.child, guardian, self.school, plan, by=viewer.person, side=side, at=viewer.now,
                reason=reason,
            )  # fmt: skip


def open_to(child: Person, viewer: Viewer) -> list[Person]:
    """But a guardian to whom she objects, as far as this viewer knows it: he himself, and her mentor."""
    objected = {objection.guardian_id for objection in objections(child, viewer)}
    return [one for one in close_to(child, viewer) if one.pk not in objected]


def close_to(child: Person, viewer: Viewer) -> list[Person]:
    """Those who may answer for the child; for a guardian herself alone."""
    answering = Guardianship.objects.on(viewer.today).filter(student=child, may_answer=True)
    may = set(answering.values_list("guardian", flat=True))
    return [person for person in guardians_for(child, viewer) if person.pk in may]


@dataclass(frozen=True)
class Line:
    """One student of the class and one guardian: how far they are."""

    student: Person
    guardian: Person
    agreement: LookAlong | None
    signed: int
    is_objected: bool
    waits: bool  # for the mentor: to sign, or to say how it goes


class ClassPage:
    """A whole class, for whoever mentors it."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @cached_property
    def moments(self) -> list[Moment]:
        return to_propose(self.group.school, self.viewer.today)

    @cached_property
    def lines(self) -> list[Line]:
        """By the name of the student. Six queries, however many there are."""
        known = {(row.student_id, row.guardian_id): row for row in self._agreements}
        ties = Guardianship.objects.on(self.viewer.today).filter(
            student__in=self._students, sees_child=True, may_answer=True, guardian__is_active=True
        )
        ties = ties.select_related("student__portrait", "guardian").order_by(
            "student__given_name", "student", "guardian__given_name"
        )
        return [self._line(tie, known.get((tie.student_id, tie.guardian_id))) for tie in ties]

    @property
    def for_mentor(self) -> list[Line]:
        """What waits for her own yes."""
        return [line for line in self.lines if line.waits]

    @cached_property
    def waiting(self) -> list[Line]:
        """To whom nothing was proposed yet, and nobody objects."""
        return [line for line in self.lines if line.agreement is None and not line.is_objected]

    def propose(self, plan: Plan) -> None:
        """To all of them at once; who has an agreement or a proposal keeps it."""
        viewer = self.viewer
        for line in self.waiting:
            agreeing.propose(
                line.student, line.guardian, self.group.school, plan, by=viewer.person, side=Side.MENTOR,
                at=viewer.now,
            )  # fmt: skip

    def _line(self, tie: Guardianship, agreement: LookAlong | None) -> Line:
        signed = len(agreement.signatures.all()) if agreement else 0
        pair = (tie.student_id, tie.guardian_id)
        said = {"is_objected": pair in self._objected, "waits": bool(agreement and self._waits(agreement))}
        return Line(tie.student, tie.guardian, agreement, signed, **said)

    def _waits(self, agreement: LookAlong) -> bool:
        if agreement.sealed_at:
            return agreement.pk in self._asked
        return all(signature.side != Side.MENTOR for signature in agreement.signatures.all())

    @cached_property
    def _asked(self) -> set[int]:
        """Those of which a step comes, about which the mentor did not say anything yet."""
        near = LookAlong.objects.asks(self.viewer.today, side=Side.MENTOR)
        return set(near.filter(student__in=self._students).values_list("pk", flat=True))

    @cached_property
    def _objected(self) -> set[tuple[int, int]]:
        known = Objection.objects.standing() & rows(Objection, self.viewer, may="know")
        return set(known.filter(student__in=self._students).values_list("student", "guardian"))

    @cached_property
    def _students(self) -> list[int]:
        sits = Enrolment.objects.on(self.viewer.today).filter(group=self.group).values("student")
        hers = rows(Person, self.viewer, may="agree_on_looking").filter(pk__in=sits)
        return list(hers.values_list("pk", flat=True))

    @property
    def _agreements(self) -> list[LookAlong]:
        """Those in force come last, and so count. A proposal that can be signed no more is none."""
        seen = rows(LookAlong, self.viewer, may="see").filter(student__in=self._students, ended_at=None)
        seen = seen.exclude(pk__in=LookAlong.objects.too_late(self.viewer.today).values("pk"))
        return sorted(seen.prefetch_related("signatures"), key=lambda row: row.sealed_at is not None)
