"""How long is kept what was brought to whom: long enough to find out why something did not arrive."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.notifications.models import (
    Delivery,
    Digest,
    Notification,
    PushSubscription,
    Refusal,
    Telling,
)
from driehoek.backbone.notifications.paper.giving_up import give_up
from driehoek.base.core.clock import day_of

KEPT = dt.timedelta(days=90)
REFUSALS = dt.timedelta(days=400)  # then an address may be tried again
SILENT = dt.timedelta(days=400)  # since a browser was switched off


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """No text of a message was ever kept; now also who was told goes. What still waits stays."""
    give_up(now)
    before = now - KEPT
    open_states = [Delivery.State.WAITING, Delivery.State.COLLECTED]
    waits = Delivery.objects.filter(notification=OuterRef("pk"), state__in=open_states)
    old = Notification.objects.filter(~Exists(waits), entry__due_at__lt=before)
    count = old.count()
    old.delete()
    Digest.objects.filter(first_due_at__lt=before).exclude(state__in=open_states).delete()
    Telling.objects.filter(told_at__lt=before, state=Telling.State.DONE).delete()
    Refusal.objects.filter(day__lt=day_of(now - REFUSALS)).delete()
    PushSubscription.objects.filter(ended_at__lt=now - SILENT).delete()
    return Forgotten.note("deliveries", count, before=day_of(before), at=now)
