"""Entry -> notice -> people -> notifications -> deliveries. One row for each, however often this runs."""

import datetime as dt
from collections.abc import Iterator

from django.db import transaction

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.digests.moments import Moments
from driehoek.backbone.notifications.models import Delivery, Lane, Notification, Rhythm, Telling
from driehoek.backbone.notifications.notices import Notice, notice_of
from driehoek.backbone.notifications.wishes import rhythms
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.facts.people.models import Person

BATCH = 500  # people a transaction


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
        expected = 0
        for people in _batches(notice, telling.entry, now):
            if len(people) == BATCH and telling.lane == Lane.NORMAL:  # for many: out of the way of the others
                return telling.put_off(now, lane=Lane.BULK)
            expected += _write(telling, notice, people, now)
        return telling.finish(Telling.State.DONE, told_at=now, expected=expected)
    except LeaseLost:
        return None
    except Exception as error:  # one broken notice must not keep the others waiting
        return telling.stumble(type(error).__name__, now)


def _batches(notice: Notice, entry: Entry, now: dt.datetime) -> Iterator[list[Person]]:
    """Everyone it is for, except who did it, in pieces that stay small in memory. For whom it is, is asked
    once: asked for each piece again, a board of 70,000 would take minutes."""
    people = notice.people(day_of(now)).filter(is_active=True).exclude(pk__in=[entry.actor_id])
    keys = list(people.order_by("pk").distinct().values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        yield list(Person.objects.filter(pk__in=keys[start : start + BATCH], is_active=True).order_by("pk"))


@transaction.atomic
def _write(telling: Telling, notice: Notice, people: list[Person], now: dt.datetime) -> int:
    """The rows for these people; gives how many deliveries there are. What is there already stays."""
    entry = telling.entry
    told = [Notification(person=person, entry=entry, category=notice.category) for person in people]
    Notification.objects.bulk_create(told, ignore_conflicts=True)
    rows = Notification.objects.filter(entry=entry, person__in=people).order_by("pk")
    keys = list(rows.values_list("pk", "person"))
    is_urgent = telling.lane == Lane.URGENT
    wish = _everybody if is_urgent else _wishes
    wishes = {channel: wish(people, notice, channel, now) for channel in ROADS}
    moments = Moments(notice, (person.pk for person in people), now)
    deliveries = [
        _delivery(
            key, channel, wanted[person], telling, now if is_urgent else moments.of(person, wanted[person])
        )
        for channel, wanted in wishes.items()
        for key, person in keys
        if person in wanted
    ]
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(deliveries)


def _everybody(people: list[Person], notice: Notice, channel: str, now: dt.datetime) -> dict[int, Rhythm]:
    """Who can hear by this road, whatever was chosen."""
    return dict.fromkeys(ROADS[channel].reach(people), Rhythm.NOW)


def _wishes(people: list[Person], notice: Notice, channel: str, now: dt.datetime) -> dict[int, Rhythm]:
    """Who can and will hear by this road, and how soon."""
    able = _everybody(people, notice, channel, now)
    found = rhythms(
        able, notice.about, day_of(now), category=notice.category, channel=channel, hats=notice.hats
    )
    return {person: rhythm for person, rhythm in found.items() if rhythm != Rhythm.OFF}


def _delivery(key: int, channel: str, rhythm: Rhythm, telling: Telling, due_at: dt.datetime) -> Delivery:
    state = Delivery.State.COLLECTED if rhythm.is_collected else Delivery.State.WAITING
    return Delivery(
        notification_id=key,
        channel=channel,
        rhythm=rhythm,
        lane=telling.lane,
        state=state,
        due_at=due_at,
        first_due_at=due_at,
    )
