"""How long letters, links and cards are kept after they stopped working (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import day_of
from driehoek.features.entry.models import Invitation, StaffInvitation, StudentCard

KEPT = dt.timedelta(days=365)  # like every trace of a way in


@transaction.atomic
def forget_ended(now: dt.datetime) -> int:
    """A letter that was used stays with its guardianship: it says that the family came in."""
    before = now - KEPT
    letters = Invitation.objects.filter(used_at=None, expires_at__lt=before)
    links = StaffInvitation.objects.filter(expires_at__lt=before)
    cards = StudentCard.objects.filter(expires_on__lt=day_of(before))
    count = letters.count() + links.count() + cards.count()
    for rows in (letters, links, cards):
        rows.delete()
    return Forgotten.note("ways in", count, before=day_of(before), at=now)
