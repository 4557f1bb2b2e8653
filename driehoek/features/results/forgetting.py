"""How long results are kept: this school year and the one before it (docs/retention.md)."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.results.models import Item, Moment, Result, Run, Upload

RUNS = dt.timedelta(days=30)  # of fetching: to find out what went wrong


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """By the moment at which it came out; the work goes when nobody has a result for it any more."""
    first = year_kept_from(day_of(now))
    began = at(first, dt.time())
    old = Result.objects.filter(moment__opens_at__lt=began)
    count = old.count()
    for result in old.exclude(comment="").iterator(500):
        forget_translations(result.texts.values(), by_hand=True)
    old.delete()
    has_results = Exists(Result.objects.filter(item=OuterRef("pk")))
    Item.objects.filter(~has_results, due_on__lt=first).delete()
    Item.objects.filter(~has_results, due_on=None, assigned_on__lt=first).delete()
    Moment.objects.filter(~Exists(Result.objects.filter(moment=OuterRef("pk"))), home_at__lt=began).delete()
    Upload.objects.forget_old(now)
    Run.objects.filter(began_at__lt=now - RUNS).delete()
    return Forgotten.note("results", count, before=first, at=now)
