"""Proposing an agreement, signing it, and declining it. It counts from the third signature."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.looking.models import LookAlong, Mode, NotSigned, Reason, Side, Signature, Step
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.following.moments import Moment

Plan = Mapping[Mode, Moment]


@transaction.atomic
def propose(
    student: Person,
    guardian: Person,
    school: School,
    plan: Plan,
    *,
    by: Person,
    side: Side,
    at: dt.datetime,
    reason: str = "",
) -> LookAlong:
    """Put it before the other two; who proposes has signed. It takes the place of what was proposed before,
    and leaves what is in force as it is. The same, said twice, is one proposal."""
    Person.objects.select_for_update().get(pk=student.pk)
    waiting = LookAlong.objects.proposed().filter(student=student, guardian=guardian).first()
    if waiting and waiting.proposed_by_id == by.pk and _same(waiting, plan):
        return waiting
    if waiting:
        waiting.ended_at = at
        waiting.save(update_fields=["ended_at"])
    pair = {"student": student, "guardian": guardian, "school": school}
    made = LookAlong.objects.create(**pair, proposed_by=by, proposed_at=at)
    _lay_steps(made, plan)
    Signature.objects.create(agreement=made, side=side, by=by, at=at)
    say_why(made, reason, by=by, at=at)
    record("following.agreement.proposed", made, by=by, at=at)
    return made


@transaction.atomic
def sign(agreement: LookAlong, side: Side, *, by: Person, at: dt.datetime) -> bool:
    """One of the three says yes. Whether there was still something to sign, in time."""
    agreement = LookAlong.objects.select_for_update().get(pk=agreement.pk)
    if agreement.ended_at or agreement.sealed_at or agreement.is_too_late(day_of(at)):
        return False
    _row, is_new = Signature.objects.get_or_create(
        agreement=agreement, side=side, defaults={"by": by, "at": at}
    )
    if is_new:
        record("following.agreement.signed", agreement, by=by, at=at)
    if Signature.objects.filter(agreement=agreement).count() == len(Side):
        _seal(agreement, by=by, at=at)
    return True


@transaction.atomic
def decline(agreement: LookAlong, side: Side, *, by: Person, reason: str, at: dt.datetime) -> bool:
    """One of the three would rather not: the proposal is over, and what was in force goes on."""
    agreement = LookAlong.objects.select_for_update().get(pk=agreement.pk)
    if agreement.ended_at or agreement.sealed_at:
        return False
    NotSigned.objects.create(agreement=agreement, side=side, by=by, at=at)
    say_why(agreement, reason, by=by, at=at)
    agreement.ended_at = at
    agreement.save(update_fields=["ended_at"])
    record("following.agreement.declined", agreement, by=by, at=at)
    return True


def say_why(agreement: LookAlong, reason: str, *, by: Person, at: dt.datetime) -> None:
    """Between this one and the mentor."""
    if reason:
        Reason.objects.create(agreement=agreement, by=by, words=reason, at=at)


@transaction.atomic
def _seal(agreement: LookAlong, *, by: Person, at: dt.datetime) -> None:
    """All three said yes: it takes the place of what they agreed on before."""
    pair = {"student": agreement.student_id, "guardian": agreement.guardian_id}
    LookAlong.objects.in_force().filter(**pair).update(ended_at=at)
    agreement.sealed_at = at
    agreement.save(update_fields=["sealed_at"])
    record("following.agreement.sealed", agreement, by=by, at=at)


def _lay_steps(agreement: LookAlong, plan: Plan) -> None:
    """Together from the day on which it is proposed; the others as planned."""
    steps = {Mode.TOGETHER: Moment("", day_of(agreement.proposed_at))} | dict(plan)
    Step.objects.bulk_create(
        Step(agreement=agreement, mode=mode, starts_on=moment.day, until_what=moment.after)
        for mode, moment in steps.items()
    )


def _same(waiting: LookAlong, plan: Plan) -> bool:
    days = {mode: moment.day for mode, moment in plan.items()}
    steps = waiting.steps.exclude(mode=Mode.TOGETHER)
    return dict(steps.values_list("mode", "starts_on")) == days
