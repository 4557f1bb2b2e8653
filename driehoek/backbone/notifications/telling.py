"""Entry -> notice -> people -> notifications -> deliveries. One row for each, however often this runs."""

import datetime as dt

from django.db import transaction
from django.db.models import F, QuerySet

from driehoek.backbone.notifications.models import Delivery, Lane, Notification, Telling
from driehoek.backbone.notifications.notices import Notice, notice_of
from driehoek.backbone.notifications.paper.collecting import collect_on_paper
from driehoek.backbone.notifications.shares import Share, shares, urgent_shares
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.multiplying import RandomUUID, multiply
from driehoek.facts.people.models import Person

FEW = 500  # people; one fact for more of them moves out of the way of the others


def tell_due(now: dt.datetime, *, lane: str | None = None, limit: int = 20) -> int:
    """Write down who hears of each fact whose moment has come, of one lane or of all; gives how many facts
    were looked at."""
    tellings = Telling.objects.filter(**({"lane": lane} if lane else {})).claim(now, limit=limit)
    for telling in tellings:
        tell(telling, now)
    return len(tellings)


def tell(telling: Telling, now: dt.datetime) -> None:
    """Ask the package now what there is to tell. What was taken back meanwhile is not told."""
    try:
        notice = notice_of(telling.entry)
        if notice is None:
            return telling.finish(Telling.State.SUPPRESSED, reason="withdrawn")
        people = _receivers(telling, notice, now)
        if telling.lane == Lane.NORMAL:
            few = list(people.values_list("pk", flat=True)[: FEW + 1])
            if len(few) > FEW:
                return telling.put_off(now, lane=Lane.BULK)
            people = Person.objects.filter(pk__among=frozenset(few))
        return _write_all(telling, notice, people, now)
    except LeaseLost:
        return None
    except Exception as error:  # one broken notice must not keep the others waiting
        return telling.stumble(type(error).__name__, now)


def _receivers(telling: Telling, notice: Notice, now: dt.datetime) -> QuerySet[Person]:
    """Everyone it is for, except who did it. Only the question: the database answers it where it writes."""
    whom = notice.people(day_of(now)).values("pk")
    return Person.objects.filter(pk__in=whom, is_active=True).exclude(pk__in=[telling.entry.actor_id])


@transaction.atomic
def _write_all(telling: Telling, notice: Notice, people: QuerySet[Person], now: dt.datetime) -> None:
    """The rows of everybody, or none if another worker has it. What is there already stays."""
    entry, is_urgent = telling.entry, telling.lane == Lane.URGENT
    is_first = telling.told_at is None
    multiply(Notification(entry=entry, category=notice.category), people, person=F("pk"))
    if is_first and telling.lane != Lane.NORMAL:  # it is for exactly these: an audience is asked once
        told = Notification.objects.filter(entry=entry).values_list("person", flat=True)
        people = Person.objects.filter(pk__among=frozenset(told))
    found = urgent_shares(people, now) if is_urgent else shares(notice, people, now)
    there_are = sum(_write(share, telling) for share in found)
    there_are += collect_on_paper(telling, notice, people, now)
    if not is_first:
        there_are = Delivery.objects.filter(notification__entry=entry).count()
    telling.finish(Telling.State.DONE, told_at=now, expected=there_are)


def _write(share: Share, telling: Telling) -> int:
    """A delivery for each of them, by one statement; gives how many are new."""
    like = Delivery(
        channel=share.channel,
        rhythm=share.rhythm,
        lane=telling.lane,
        state=Delivery.State.COLLECTED if share.rhythm.is_collected else Delivery.State.WAITING,
        due_at=share.due_at,
        first_due_at=share.due_at,
    )
    told = Notification.objects.filter(entry=telling.entry_id, person__in=share.people)
    return multiply(like, told, notification=F("pk"), message_id=RandomUUID())
