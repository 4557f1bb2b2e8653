"""Of one week of a student: the work that went out in it, and the goals she worked at."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.at_home import WorkAtHome, photos_of, with_voice
from driehoek.features.portfolio.models import Goal, GoalStep, Work, by_work
from driehoek.features.portfolio.reading import goals_of

AT_MOST = 12  # pieces of work; on her own page are all of them


def work_of_week(child: Person, viewer: Viewer, week: Week) -> Asking[WorkAtHome]:
    """As on her page, without what was answered to it. Whoever shows it puts `written` in words."""
    about = (viewer, child.pk, *week.moments)
    works, goals = yield from abreast(asked(_works, *about), asked(_goals, *about))
    shown = yield from asked(photos_of, viewer, padded(work.pk for work in works))
    return WorkAtHome(child, viewer, works, by_work(shown), {}, set(), goals, {})


def _works(me: Viewer, child: int, begins: dt.datetime, ends: dt.datetime) -> QuerySet[Work]:
    """By when somebody looked at it: from then on it is for others."""
    seen = Work.objects.visible_to(me).filter(student=child, look__at__gte=begins, look__at__lt=ends)
    return with_voice(seen.newest().marked().allowing(me, "answer").annotate(last_echo=Value(0)))[:AT_MOST]


def _goals(me: Viewer, child: int, begins: dt.datetime, ends: dt.datetime) -> QuerySet[Goal]:
    moved = GoalStep.objects.filter(goal=OuterRef("pk"), at__gte=begins, at__lt=ends)
    return goals_of(child, me).filter(Q(at__gte=begins, at__lt=ends) | Q(Exists(moved)))
