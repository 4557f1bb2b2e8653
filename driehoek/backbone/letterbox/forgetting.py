"""How long is kept that a letter came: as long as the same one may come again."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.letterbox.models import Arrival, Complaint
from driehoek.base.core.clock import day_of

KEPT = dt.timedelta(days=14)
COMPLAINTS = dt.timedelta(days=400)


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """The letter itself went when it was handled. One on which we stumbled goes too: nobody may keep it."""
    before = now - KEPT
    old = Arrival.objects.filter(came_at__lt=before)
    count = old.count()
    old.delete()
    Complaint.objects.filter(at__lt=now - COMPLAINTS).delete()
    return Forgotten.note("letters", count, before=day_of(before), at=now)
