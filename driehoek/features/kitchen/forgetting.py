"""How long ticks are kept: a term (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.features.kitchen.models import Talked
from driehoek.features.kitchen.models.talked import KEPT


@transaction.atomic
def forget(now: dt.datetime) -> int:
    old = Talked.objects.filter(at__lt=now - KEPT)
    count = old.count()
    old.delete()
    return Forgotten.note("ticks at the kitchen table", count, before=(now - KEPT).date(), at=now)
