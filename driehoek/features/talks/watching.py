"""What comes back by the clock: the day before a talk, and around the day of what was agreed."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.base.core.clock import day_of
from driehoek.features.talks.models import Pledge, PledgeReminder, Talk, TalkReminder

A_DAY = dt.timedelta(days=1)
AHEAD = dt.timedelta(days=5)  # so long before a talk everybody looks at what will be discussed
BEFORE = dt.timedelta(days=3)  # so long before its day whoever does it hears of it
ASKED = dt.timedelta(days=7)  # so long after it the question still makes sense


def remind(now: dt.datetime) -> None:
    """Every morning; a morning that was missed is made up for, and nothing is told twice."""
    today = day_of(now)
    for talk in _coming("ahead", today + 2 * A_DAY, today + AHEAD):
        talk.remind("ahead", at=now)
    for talk in _coming("near", today + A_DAY, today + A_DAY):
        talk.remind("near", at=now)
    soon = Q(until__gte=today, until__lte=today + BEFORE, at__date__lt=today)
    for pledge in _not_told("near").filter(soon):
        pledge.remind("near", at=now)
    for pledge in _not_told("asked").filter(until__lt=today, until__gte=today - ASKED):
        pledge.remind("asked", at=now)


def _coming(kind: str, first: dt.date, last: dt.date) -> QuerySet[Talk]:
    told = TalkReminder.objects.filter(talk=OuterRef("pk"), kind=kind)
    coming = Talk.objects.standing().filter(moment__date__gte=first, moment__date__lte=last)
    return coming.filter(~Exists(told)).order_by("pk")


def _not_told(kind: str) -> QuerySet[Pledge]:
    told = PledgeReminder.objects.filter(pledge=OuterRef("pk"), kind=kind)
    return Pledge.objects.open().filter(~Exists(told), talk__cancellation=None).order_by("pk")
