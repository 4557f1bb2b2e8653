"""How long newsletters are kept: this school year and the one before it (docs/retention.md)."""

import datetime as dt

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.newsletters.models import Newsletter

DRAFTS = dt.timedelta(days=400)  # a sheet that nobody sent


def forget(now: dt.datetime) -> int:
    """Each in a transaction of its own, with its blocks and every copy."""
    first = year_kept_from(day_of(now))
    old = Newsletter.objects.filter(sending__due_at__lt=at(first, dt.time()))
    drafts = Newsletter.objects.filter(sending=None, created_at__lt=now - DRAFTS)
    keys = [*old.values_list("pk", flat=True), *drafts.values_list("pk", flat=True)]
    for newsletter in Newsletter.objects.filter(pk__in=keys):
        newsletter.forget()
    return Forgotten.note("newsletters", len(keys), before=first, at=now)
