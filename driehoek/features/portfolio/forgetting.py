"""How long work and goals are kept: while she is at school, and a school year after (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import left_by, year_kept_from
from driehoek.features.portfolio.models import Bundle, Echo, EchoAttachment, Goal, Parcel, Period, Work

KEPT = dt.timedelta(days=400)  # after her last day at any school: to take it along
A_CHUNK = 200


def forget(now: dt.datetime) -> int:
    """Of students who left, work, goals and what was answered; some at a time."""
    last = day_of(now) - KEPT
    gone = 0
    while number := _forget_some(last):
        gone += number
    return Forgotten.note("portfolios", gone, before=last, at=now)


def forget_parcels(now: dt.datetime) -> int:
    """Made again whenever somebody asks."""
    old = list(Parcel.objects.filter(expires_at__lt=now))
    for parcel in old:
        parcel.discard()
    return Forgotten.note("parcels", len(old), before=day_of(now), at=now)


def forget_periods(now: dt.datetime) -> int:
    """As posts: of this school year and the one before. The work that lay there stays."""
    first = year_kept_from(day_of(now))
    old = Period.objects.filter(ends_on__lt=first)
    count = old.count()
    old.delete()
    return Forgotten.note("periods", count, before=first, at=now)


@transaction.atomic
def _forget_some(last: dt.date) -> int:
    left = left_by(last).values("pk")
    works = list(Work.objects.filter(student__in=left)[:A_CHUNK])
    goals = list(Goal.objects.filter(student__in=left)[:A_CHUNK])
    echoes = Echo.objects.filter(work__in=works) | Echo.objects.filter(goal__in=goals)
    for thing in (*works, *goals, *echoes):
        forget_translations(thing.texts.values(), by_hand=True)
    EchoAttachment.silence([echo.pk for echo in echoes])
    Goal.silence([goal.pk for goal in goals])
    for work in works:
        work.discard_media()
    for bundle in Bundle.objects.filter(student__in=left):
        bundle.discard()
    for some in (works, goals):
        for thing in some:
            thing.delete()
    return len(works) + len(goals)
