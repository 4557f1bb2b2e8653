"""The school calendar changes, and each step that has yet to begin stays bound to its holiday."""

import datetime as dt

from django.db import transaction

from driehoek.facts.looking.models import LookAlong, Step
from driehoek.facts.schools.models import School
from driehoek.features.following import stepping
from driehoek.features.following.moments import Moment, moment_of, moments

Move = tuple[Step, Moment]


@transaction.atomic
def follow_calendar(school: School, today: dt.date) -> list[LookAlong]:
    """Also of what is only proposed. A step whose holiday is gone keeps its day, and so do steps that
    would no longer come one after the other. Gives the agreements that moved; the same calendar
    twice moves none."""
    ahead = Step.objects.filter(starts_on__gt=today, agreement__school=school).exclude(until_what="")
    bound = LookAlong.objects.open().filter(pk__in=ahead.values("agreement")).select_for_update()
    known = moments(school, today)
    every = bound.order_by("pk").prefetch_related("steps__answers")
    return [agreement for agreement in every if _move(_moves(agreement, known, today))]


def _moves(agreement: LookAlong, known: list[Moment], today: dt.date) -> list[Move]:
    """Of the steps that are bound and have yet to begin."""
    found: list[Move] = []
    days = {step.pk: step.starts_on for step in agreement.steps.all()}
    for step in agreement.steps.all():
        is_bound = step.until_what and not stepping.has_begun(step, today)
        if is_bound and (moment := moment_of(step.until_what, step.starts_on, known)):
            found.append((step, moment))
            days[step.pk] = moment.day
    return found if list(days.values()) == sorted(set(days.values())) else []


def _move(moves: list[Move]) -> bool:
    """Whether any begins on another day. A holiday that only got another name is told to nobody."""
    changed = [(step, to) for step, to in moves if (step.starts_on, step.until_what) != (to.day, to.after)]
    is_other_day = any(step.starts_on != to.day for step, to in changed)
    for step, to in changed:
        step.starts_on, step.until_what = to.day, to.after
        step.save(update_fields=["starts_on", "until_what"])
    return is_other_day
