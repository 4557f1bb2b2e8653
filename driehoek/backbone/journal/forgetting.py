"""How long facts are kept: ways in for a year, everything else as long as somebody may claim."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Entry, Forgotten
from driehoek.base.core.clock import day_of

WAYS_IN = dt.timedelta(days=365)  # who came in how, and who was stopped
FACTS = dt.timedelta(days=5 * 365 + 1)  # who shared, decided, opened a file


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """What was told of a fact goes with it."""
    old = Entry.objects.filter(verb__startswith="entry.", at__lt=now - WAYS_IN)
    old |= Entry.objects.filter(at__lt=now - FACTS)
    count = old.count()
    old.delete()
    return Forgotten.note("journal", count, before=day_of(now - WAYS_IN), at=now)
