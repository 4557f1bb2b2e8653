"""The first hundred days at a school: three talks, and for each some points to begin with."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import year_of
from driehoek.facts.schools.models import Enrolment
from driehoek.features.talks.cycle import Due
from driehoek.features.talks.models import CycleStep, Kind, Point, Side, Subject, Talk
from driehoek.features.talks.models.cycle import FIRST_MONTH, HUNDRED_DAYS

SHOWN = 5  # months of the school year: until the one after the last of these talks
SUGGESTED: dict[str, tuple[tuple[Subject, str | Promise], ...]] = {
    Kind.START: (
        (Subject.LATER, _("Waarom kies je dit?")),
        (Subject.WELL_BEING, _("Hoe voelt de nieuwe school?")),
        (Subject.HOME, _("Reizen, werk en tijd thuis")),
    ),
    Kind.CHECK: (
        (Subject.WELL_BEING, _("Wat valt mee, en wat valt tegen?")),
        (Subject.TOGETHER, _("Met wie trek je op?")),
        (Subject.LEARNING, _("Lukt het met rooster en huiswerk?")),
    ),
    Kind.PROGRESS: (
        (Subject.WELL_BEING, _("Hoe gaat het met je?")),
        (Subject.LEARNING, _("Wat gaat goed, en wat nog niet?")),
        (Subject.LATER, _("Past dit bij wat je later wilt?")),
    ),
}


def steps_of(me: Viewer, child: int) -> QuerySet[CycleStep]:
    """What the school planned for the year in which this student sits, if she is new at that school."""
    here = Enrolment.objects.on(me.today).filter(student=child)
    sits = here.filter(group__school=OuterRef("school"), group__layer=OuterRef("layer"))
    before = Enrolment.objects.filter(student=child, group__school=OuterRef("school"))
    was_there = Exists(before.filter(starts_on__lt=year_of(me.today)))
    return CycleStep.objects.where(me, may="follow").filter(Exists(sits), ~was_there).order_by("pk")


def programme(steps: Iterable[CycleStep], talks: Iterable[Talk], today: dt.date) -> list[Due]:
    """The three talks in their order, each with the talk that it is; nothing when the school did not plan
    them, or when those days are long over."""
    planned = {(step.kind, step.month): step for step in steps}
    hers = [planned[kind, month] for kind, month in HUNDRED_DAYS if (kind, month) in planned]
    if len(hers) < len(HUNDRED_DAYS) or (today.month - FIRST_MONTH) % 12 >= SHOWN:
        return []
    of_year = [talk for talk in talks if day_of(talk.moment) >= year_of(today)]
    of_kind = {step.kind: next((t for t in of_year if t.kind == step.kind), None) for step in hers}
    return [Due(step, of_kind[step.kind], step.is_past(today)) for step in hers]


def steps_for(talk: Talk, viewer: Viewer) -> Asking[list[CycleStep]]:
    """The same, for who has a side to prepare of a talk with something to begin with."""
    if talk.kind not in SUGGESTED or not talk.side_of(viewer) or not talk.may_be_prepared(viewer.now):
        return []
    return (yield from asked(steps_of, viewer, talk.student_id))


def suggested(
    talk: Talk, side: Side, points: Iterable[Point], steps: Iterable[CycleStep], today: dt.date
) -> list[tuple[Subject, str | Promise]]:
    """For a talk of that programme, as long as she did not bring them up herself."""
    if not programme(steps, [], today):
        return []
    brought = {point.words for point in points if point.side_id == side.pk}
    return [(subject, words) for subject, words in SUGGESTED[talk.kind] if str(words) not in brought]
