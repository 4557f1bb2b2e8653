"""How long results are kept: this school year and the one before it (docs/retention.md)."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.results.models import Item, Moment, Result, Run, Upload
from driehoek.features.results.said import pieces

RUNS = dt.timedelta(days=30)  # of fetching: to find out what went wrong
AT_ONCE = 500


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """By the moment at which it came out; the work goes when nobody has a result for it any more. Work
    without a day goes together with its last result: without any it may still get one."""
    first = year_kept_from(day_of(now))
    began = at(first, dt.time())
    old = Result.objects.filter(moment__opens_at__lt=began)
    count = old.count()
    over = _over(old, began, first)
    commented = old.exclude(comment="")
    said: Iterator[Result | Item] = chain(commented.iterator(AT_ONCE), over.iterator(AT_ONCE))
    for some in pieces(said, AT_ONCE):
        forget_translations((text for row in some for text in row.texts.values()), by_hand=True)
    over.delete()
    old.delete()
    Moment.objects.filter(~Exists(Result.objects.filter(moment=OuterRef("pk"))), home_at__lt=began).delete()
    Upload.objects.forget_old(now)
    Run.objects.filter(began_at__lt=now - RUNS).delete()
    return Forgotten.note("results", count, before=first, at=now)


def _over(old: QuerySet[Result], began: dt.datetime, first: dt.date) -> QuerySet[Item]:
    """Work that nobody has a result for, but an old one."""
    kept = Result.objects.filter(item=OuterRef("pk"), moment__opens_at__gte=began)
    without_a_day = Q(Exists(old.filter(item=OuterRef("pk"))), due_on=None, assigned_on=None)
    its_day = Q(due_on__lt=first) | Q(due_on=None, assigned_on__lt=first)
    return Item.objects.filter(~Exists(kept)).filter(its_day | without_a_day)
