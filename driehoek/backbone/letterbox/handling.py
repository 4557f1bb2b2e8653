"""Letters taken one by one, and what becomes of each. One that breaks us waits until a person looks."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.letterbox.automatic import is_automatic
from driehoek.backbone.letterbox.letters import Letter
from driehoek.backbone.letterbox.models import Arrival, Complaint
from driehoek.backbone.letterbox.replying import Replied
from driehoek.backbone.letterbox.reports import bounce_in, complained_of
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.models import Delivery, Digest, Notification, Refusal
from driehoek.backbone.notifications.return_addresses import REPLY, behind, is_our_mailbox
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.facts.people.models import Person

BATCH = 10
CHANNEL = "email"


def handle_due(*, clock: Callable[[], dt.datetime]) -> int:
    """One batch; gives how many were taken."""
    Arrival.objects.free_stale(clock())
    batch: list[Arrival] = Arrival.objects.claim(clock(), limit=BATCH)
    for arrival in batch:
        try:
            arrival.renew(clock())
            handle(arrival, clock())
        except LeaseLost:
            continue
        except Exception as error:  # one broken letter must not keep its neighbours waiting
            arrival.stumble(type(error).__name__, clock())
    return len(batch)


def handle(arrival: Arrival, now: dt.datetime) -> None:
    letter = Letter(bytes(arrival.raw))
    if is_our_mailbox(arrival.address):
        return _complaint(arrival, letter, now)
    found = behind(arrival.address)
    if found is None:  # forgotten meanwhile, or she has another address now
        return arrival.end(Arrival.State.SUPPRESSED, reason="unknown")
    kind, told = found
    if kind != REPLY:
        return _bounce(arrival, letter, told, now)
    if is_automatic(letter):
        return arrival.end(Arrival.State.SUPPRESSED, reason="automatic")
    return Replied(arrival, letter, told, now).handle()


@transaction.atomic
def _bounce(arrival: Arrival, letter: Letter, told: Notification, now: dt.datetime) -> None:
    """It did not arrive after all. A wrong address counts as if it had been refused at once."""
    bounce = bounce_in(letter)
    if bounce is None or not bounce.is_final:
        return (
            _complaint(arrival, letter, now) if bounce is None else arrival.end("done", reason=bounce.status)
        )
    _undo(told, f"bounced {bounce.status}")
    if bounce.blames_the_address:
        address = address_of(told.person, CHANNEL)
        Refusal.note(channel=CHANNEL, address=address, day=day_of(now), code=f"bounced {bounce.status}")
    return arrival.end("done", reason=bounce.status)


def _undo(told: Notification, reason: str) -> None:
    """It was not brought, nor was anything else in the same mail."""
    sent = Delivery.objects.filter(channel=CHANNEL, state=Delivery.State.DONE)
    one = sent.filter(notification=told)
    digests = list(one.exclude(digest=None).values_list("digest", flat=True))
    mail = sent.filter(digest__in=digests) if digests else one
    mail.update(state=Delivery.State.FAILED, reason=reason)
    Digest.objects.filter(pk__in=digests).update(state=Digest.State.FAILED, reason=reason)


@transaction.atomic
def _complaint(arrival: Arrival, letter: Letter, now: dt.datetime) -> None:
    name = complained_of(letter)
    kinds = set(_told_in(name).values_list("person", "category")) if name else set()
    for person, category in sorted(kinds):
        Complaint.note(Person.objects.get(pk=person), category, at=now)
    if not kinds:
        return arrival.end(Arrival.State.SUPPRESSED, reason="nothing to do")
    return arrival.end("done", reason="complaint")


def _told_in(name: UUID) -> QuerySet[Notification]:
    """By a mail about one fact, or by a digest: asked apart, for no index finds the one or the other."""
    sent = Delivery.objects.filter(channel=CHANNEL, state=Delivery.State.DONE)
    digest = Digest.objects.filter(message_id=name).first()
    mail = sent.filter(digest=digest) if digest else sent.filter(message_id=name)
    return Notification.objects.filter(pk__in=mail.values("notification")).exclude(category="")
