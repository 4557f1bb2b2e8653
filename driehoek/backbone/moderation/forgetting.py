"""How long reports are kept: as long as what they are about, this school year and the one before it."""

import datetime as dt

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.moderation.models import Case
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.leaving import year_kept_from


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """Never before the words themselves are gone: what was hidden would be read again."""
    first = year_kept_from(day_of(now))
    old = Case.objects.filter(opened_at__lt=at(first, dt.time()))
    count = 0
    for label in set(old.values_list("label", flat=True)):
        words = apps.get_model(label)._default_manager.filter(pk=OuterRef("key"))
        gone = old.filter(~Exists(words), label=label)
        count += gone.count()
        gone.delete()
    return Forgotten.note("reports", count, before=first, at=now)
