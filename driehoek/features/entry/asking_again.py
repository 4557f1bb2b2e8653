"""A new invitation for someone whose old one no longer works."""

import datetime as dt

from django.db import transaction

from driehoek.features.entry.inviting import invite, still_stands
from driehoek.features.entry.jobs import send_invitation
from driehoek.features.entry.models import Invitation, Road


@transaction.atomic
def send_another(invitation: Invitation, *, now: dt.datetime) -> None:
    """To her mailbox when the school knows it and the link still stands; else the office makes a letter.
    Once for each invitation."""
    if invitation.is_open(now) or invitation.used_at or not invitation.ask_for_another(now=now):
        return
    link = invitation.guardianship
    if link.guardian.email and invitation.stopped_at is None and still_stands(invitation, now=now):
        for fresh_one in invite([link], by=None, road=Road.EMAIL, now=now):
            send_invitation.enqueue(fresh_one.pk)
