"""From collected rows to digests. Taken by row and never by a stretch of time: a late run loses nothing, a
second run finds nothing, and of two at once one finds nothing."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Delivery, Digest, Notification
from driehoek.backbone.notifications.paper.choosing import wants_paper
from driehoek.facts.people.models import Person

BATCH = 500  # rows looked at in one go


def gather_due(now: dt.datetime) -> int:
    """A digest for some of those whose moment has come; gives how many were put together."""
    due = _free(now).order_by("due_at", "pk")
    readers = dict.fromkeys(due.values_list("notification__person", "channel")[:BATCH])
    return sum(put_together(person, channel, now) for person, channel in readers)


def put_together(person: int, channel: str, now: dt.datetime) -> bool:
    """One digest with all that is due for her. False when another run was first."""
    try:
        with transaction.atomic():
            digest = Digest.objects.create(person_id=person, channel=channel, due_at=now, first_due_at=now)
            if _of(person).filter(channel=channel, due_at__lte=now).update(digest=digest):
                return True
            digest.delete()
    except IntegrityError:  # one waits already: what is due now comes with the next
        pass
    return False


def ask_again(person: Person, *, at: dt.datetime) -> None:
    """She chose otherwise: what is collected for her goes through the door at which each message is asked
    how soon it is wanted. There it leaves, is collected anew, or stays behind."""
    _of(person.pk).update(state=Delivery.State.WAITING, due_at=at, first_due_at=at)
    if not wants_paper(person):
        _all_of(person.pk).update(state=Delivery.State.SUPPRESSED, reason="unwanted")


def is_due(now: dt.datetime) -> bool:
    return _free(now).exists()


def _free(now: dt.datetime) -> QuerySet[Delivery]:
    """Due, and in no digest; of nobody for whom one waits already."""
    waiting = Digest.objects.filter(
        person=OuterRef("notification__person"), channel=OuterRef("channel"), state=Digest.State.WAITING
    )
    rows = Delivery.objects.filter(state=Delivery.State.COLLECTED, digest=None, due_at__lte=now)
    rows = rows.exclude(channel=PAPER)  # waits for people, not for a moment
    return rows.filter(~Exists(waiting))


def _of(person: int) -> QuerySet[Delivery]:
    """Without a join: so that of two runs at once the second looks at each row again."""
    return _all_of(person).exclude(channel=PAPER)


def _all_of(person: int) -> QuerySet[Delivery]:
    told = Notification.objects.filter(person=person)
    return Delivery.objects.filter(notification__in=told, state=Delivery.State.COLLECTED, digest=None)
