"""How long letters, links and cards are kept after they stopped working (docs/retention.md)."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Appointment
from driehoek.features.entry.models import Invitation, StaffInvitation, StudentCard, WorkAccount

KEPT = dt.timedelta(days=365)  # like every trace of a way in


@transaction.atomic
def forget_ended(now: dt.datetime) -> int:
    """A letter that was used stays with its guardianship: it says that the family came in."""
    before = now - KEPT
    letters = Invitation.objects.filter(used_at=None, expires_at__lt=before)
    links = StaffInvitation.objects.filter(expires_at__lt=before)
    accounts = WorkAccount.objects.filter(at__lt=before).exclude(Exists(_still_working(day_of(before))))
    cards = StudentCard.objects.filter(expires_on__lt=day_of(before))
    ended = (letters, links, cards, accounts)
    count = sum(rows.count() for rows in ended)
    for rows in ended:
        rows.delete()
    return Forgotten.note("ways in", count, before=day_of(before), at=now)


def _still_working(day: dt.date) -> QuerySet[Appointment]:
    """For the board of an account, that day or later."""
    jobs = Appointment.objects.filter(person=OuterRef("person"), board=OuterRef("provider__board"))
    return jobs.filter(Q(ends_on=None) | Q(ends_on__gte=day))
