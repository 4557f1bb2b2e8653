"""News that lay too long: nobody printed it, or nobody gave it along."""

import datetime as dt

from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Delivery, Digest

STALE = dt.timedelta(days=30)  # then a letter is no news any more
TOO_LATE = "too_late"


def give_up(now: dt.datetime) -> None:
    """Every night. It stands in Driehoek, and the pages say that it was not given along."""
    lying = {"channel": PAPER, "state": Delivery.State.COLLECTED}
    old = Delivery.objects.filter(**lying, digest=None, first_due_at__lt=now - STALE)
    old.update(state=Delivery.State.SUPPRESSED, reason=TOO_LATE)
    letters = Digest.objects.filter(**lying, first_due_at__lt=now - STALE)
    items = Delivery.objects.filter(**lying, digest__in=letters)
    items.update(state=Delivery.State.SUPPRESSED, reason=TOO_LATE)
    letters.update(state=Digest.State.SUPPRESSED, reason=TOO_LATE)
