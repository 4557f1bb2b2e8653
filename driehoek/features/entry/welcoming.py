"""What happens when a letter was shown and the question behind it answered: the adult is in."""

import datetime as dt

from django.db import transaction

from driehoek.facts.people.models import Person
from driehoek.features.entry.inviting import still_stands
from driehoek.features.entry.jobs import tell_of_arrival, tell_of_change
from driehoek.features.entry.joining import join
from driehoek.features.entry.models import Invitation, Road


class AlreadyUsed(Exception):
    """Somebody was first, or the link behind the invitation ended."""


@transaction.atomic
def welcome_with(
    invitation: Invitation, *, language: str, visitor: Person | None, strong: bool, now: dt.datetime
) -> Person:
    """Use the invitation once and say who came in.

    A visitor who is signed in already stays who she is: the letter's child is added to her.
    Raises AlreadyUsed, and NotJoined when the letter is somebody else's.
    """
    guardian = invitation.guardianship.guardian
    if not still_stands(invitation, now=now) or not invitation.use(now=now):
        raise AlreadyUsed
    if visitor is not None and visitor.pk != guardian.pk:
        join(guardian, visitor, strong=strong, now=now)
        return visitor
    guardian.speak(language)
    if visitor is None:
        tell_her(invitation)
    return guardian


def tell_her(invitation: Invitation) -> None:
    """Somebody with her letter is now she. It may have been in other hands, so she hears of it."""
    guardian = invitation.guardianship.guardian
    if guardian.last_login:
        tell_of_change.enqueue(guardian.pk)
    elif invitation.road == Road.LETTER:
        tell_of_arrival.enqueue(guardian.pk)
