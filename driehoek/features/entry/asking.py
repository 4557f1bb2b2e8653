"""Asking for a code: bound to the browser that asks, counted, and the same work for every address."""

import datetime as dt

from django.db import transaction
from django.http import HttpRequest

from driehoek.features.entry.jobs import send_code
from driehoek.features.entry.limits import CODE_AGAIN, CODES_OF_ADDRESS, CODES_OF_SOURCE, allowed
from driehoek.features.entry.models import SignInCode

ASKED = "signin"  # in the session of the browser that asked: the key of the row


def ask_for_code(request: HttpRequest, address: str, *, now: dt.datetime) -> bool:
    """Send six digits to whoever lives at this address. False when it is asked too often.

    Nothing here looks whether anybody does: that happens in the job, after the answer.
    """
    within = allowed(CODES_OF_SOURCE, request, now=now) and CODE_AGAIN.allows(address, now=now)
    if not within or not CODES_OF_ADDRESS.allows(address, now=now):
        return False
    with transaction.atomic():
        asked = SignInCode.ask(address, now=now)
        send_code.enqueue(asked.pk)
    request.session.cycle_key()
    request.session[ASKED] = asked.pk
    return True


def asked_here(request: HttpRequest) -> SignInCode | None:
    """What this browser asked for. Another browser with the same digits gets nowhere."""
    return SignInCode.objects.filter(pk=request.session.get(ASKED, 0)).first()


def forget_request(request: HttpRequest) -> None:
    request.session.pop(ASKED, None)
