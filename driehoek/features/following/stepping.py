"""A step comes near: all three are asked, and the day decides, unless all three say "not yet"."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry, record
from driehoek.base.core import clock
from driehoek.facts.looking.models import LookAlong, Mode, Side, Step, StepAnswer
from driehoek.facts.looking.models.agreement import A_MONTH, OBJECTING
from driehoek.facts.people.models import Person
from driehoek.features.following.counting import counting
from driehoek.features.following.moments import next_moment

NEAR = "following.step.near"


@transaction.atomic
def ask_about_steps(now: dt.datetime) -> int:
    """Each agreement of which a step is less than a month away, once a step. Twice the same day: once."""
    today, asked = clock.day_of(now), 0
    near = Step.objects.filter(
        starts_on__gt=today,
        starts_on__lte=today + A_MONTH,
        agreement__in=counting(today),
    ).select_related("agreement")
    for step in near:
        if not _was_asked(step):
            record(NEAR, step.agreement, by=None, at=now)
            asked += 1
    return asked


def _was_asked(step: Step) -> bool:
    """Within the month that ends on its day: what was asked before that was about an earlier step."""
    since = clock.at(step.starts_on - A_MONTH, dt.time())
    entries = Entry.objects.filter(verb=NEAR, subject_id=step.agreement_id, at__gte=since)
    return entries.filter(subject_type__app_label="looking", subject_type__model="lookalong").exists()


def coming(agreement: LookAlong, today: dt.date) -> Step | None:
    """The step that has yet to begin and may be answered about: less than a month away."""
    for step in agreement.steps.all():
        if step.mode != Mode.TOGETHER and not has_begun(step, today):
            return step if step.starts_on <= today + A_MONTH else None
    return None


def has_begun(step: Step, today: dt.date) -> bool:
    """As the policy counts it: on its day, or five days after one of them asked and nobody said "not yet"."""
    return step.starts_on <= today or begins_sooner(step, today) == "begun"


def begins_sooner(step: Step, today: dt.date) -> str:
    """ "asked" while the others may still object, "begun" when their days are over, else nothing."""
    answers = list(step.answers.all())
    asked = [answer.on for answer in answers if answer.is_further]
    if not asked or len(asked) < len(answers):
        return ""
    return "begun" if min(asked) + OBJECTING <= today else "asked"


@transaction.atomic
def answer(agreement: LookAlong, side: Side, viewer: Viewer, *, is_further: bool) -> bool:
    """One side about the coming step. Whether there was still something to answer."""
    by, at, today = viewer.person, viewer.now, viewer.today
    agreement = LookAlong.objects.select_for_update().get(pk=agreement.pk)
    step = coming(agreement, today)
    if agreement.ended_at or agreement.sealed_at is None or step is None:
        return False
    known = StepAnswer.objects.filter(step=step, side=side).first()
    if known and known.is_further == is_further:
        return True
    StepAnswer.objects.update_or_create(
        step=step, side=side, defaults={"by": by, "is_further": is_further, "on": today}
    )
    verb = "following.step.wanted" if is_further else "following.step.refused"
    record(verb, agreement, by=by, at=at)
    _stay_when_all_say_so(agreement, step, by=by, at=at)
    return True


@transaction.atomic
def _stay_when_all_say_so(agreement: LookAlong, step: Step, *, by: Person, at: dt.datetime) -> None:
    """Three times "not yet": the step moves to after the next holiday, and any later step with it. A calendar
    that ends here shuts nothing: all three want it so."""
    said = list(StepAnswer.objects.filter(step=step).values_list("is_further", flat=True))
    if len(said) < len(Side) or any(said):
        return
    for one in agreement.steps.filter(starts_on__gte=step.starts_on):
        moment = next_moment(agreement.school, one.starts_on)
        one.starts_on, one.until_what = moment.day, moment.after
        one.save(update_fields=["starts_on", "until_what"])
    StepAnswer.objects.filter(step=step).delete()
    record("following.step.moved", agreement, by=by, at=at)
