"""What should be there against what is there, once a minute."""

import datetime as dt

from driehoek.backbone.notifications.channels.roads import PAPER, ROADS
from driehoek.backbone.notifications.models import Delivery, Digest, Telling
from driehoek.base.core.models import alarm
from driehoek.base.core.queue import HERE

LOOKED_BACK = dt.timedelta(hours=1)  # how long after a telling its rows are counted
APART = dt.timedelta(minutes=1)  # so much two clocks may differ
OVERDUE = dt.timedelta(minutes=5)  # untouched for so long means that nobody works


def reconcile(now: dt.datetime) -> None:
    """Free what dead workers hold, have missing rows written again, ring when nobody works."""
    Telling.objects.free_stale(now)
    Delivery.objects.free_stale(now)
    Digest.objects.free_stale(now)
    for telling in tellings_with_missing_rows(now):
        Telling.objects.filter(pk=telling.pk).update(state=Telling.State.WAITING, due_at=now)
    closed = Delivery.objects.due(now).exclude(channel__in=list(ROADS))  # somebody took the road away
    closed.update(state=Delivery.State.SUPPRESSED, reason="no_road")
    if count := overdue(now):
        alarm.ring("notifications.queue", f"{count} messages wait for more than 5 minutes", at=now)


def tellings_with_missing_rows(now: dt.datetime) -> list[Telling]:
    """Told in the last hour, with fewer deliveries than were written then."""
    told = Telling.objects.filter(state=Telling.State.DONE, told_at__gte=now - LOOKED_BACK)
    return [telling for telling in told if _rows(telling) < telling.expected]


def _rows(telling: Telling) -> int:
    return Delivery.objects.filter(notification__entry=telling.entry_id).count()


def compare_clocks(here: dt.datetime, shared: dt.datetime) -> None:
    """What is brought goes by the shared one; what a page shows, by the clock of its computer. Somebody must
    set it right."""
    if abs(here - shared) > APART:
        seconds = (here - shared).total_seconds()
        alarm.ring(f"clock of {HERE}", f"{seconds:.0f} seconds from the database", at=shared)


def overdue(now: dt.datetime) -> int:
    """Messages that nobody ever tried although their moment is long past."""
    untried = {"lease_token": None, "attempts": 0, "stumbles": 0}
    kinds = (Delivery.objects, Digest.objects)
    return sum(rows.due(now - OVERDUE).filter(**untried).count() for rows in kinds) + ungathered(now)


def ungathered(now: dt.datetime) -> int:
    """Collected, and forgotten by whoever makes digests."""
    forgotten = Delivery.objects.filter(
        state=Delivery.State.COLLECTED, digest=None, due_at__lte=now - OVERDUE
    )
    return forgotten.exclude(channel=PAPER).count()


def waits(channel: str, lane: str, now: dt.datetime) -> bool:
    return Delivery.objects.due(now).filter(channel=channel, lane=lane, lease_token=None).exists()


def digests_wait(channel: str, now: dt.datetime) -> bool:
    return Digest.objects.due(now).filter(channel=channel, lease_token=None).exists()


def must_be_told(lane: str, now: dt.datetime) -> bool:
    return Telling.objects.due(now).filter(lane=lane, lease_token=None).exists()
