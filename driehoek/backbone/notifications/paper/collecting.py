"""What waits for the next letter: written in the transaction in which it was told, due by nobody's clock."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.backbone.notifications.belonging import children_concerned
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Delivery, Lane, Notification, Preference, Rhythm, Telling
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.wishes import rhythms
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person


def collect_on_paper(telling: Telling, notice: Notice, people: QuerySet[Person], now: dt.datetime) -> int:
    """A row for each of these who wants this kind on paper; gives how many. What is urgent would come too
    late; what is about no school, or read at work, goes along with no child."""
    if telling.lane == Lane.URGENT or notice.about.school is None or "home" not in notice.hats:
        return 0
    chose = Preference.objects.filter(channel=PAPER, category=notice.category).exclude(rhythm=Rhythm.OFF)
    asked = Notification.objects.filter(entry=telling.entry_id, person__in=people)
    told = dict(asked.filter(person__in=chose.values("person")).values_list("person", "pk"))
    readers = sorted(who_want(set(told), notice, now)) if told else []
    rows = [collected(told[person], telling, now) for person in readers]
    return len(Delivery.objects.bulk_create(rows, ignore_conflicts=True))


def who_want(people: set[int], notice: Notice, now: dt.datetime) -> set[int]:
    """Of these, who chose paper for it and has a child who can take it along."""
    day = day_of(now)
    wished = rhythms(people, notice.about, day, category=notice.category, channel=PAPER, hats=notice.hats)
    wanting = {person for person, rhythm in wished.items() if rhythm.is_collected}
    return wanting & set(children_concerned(wanting, notice.about, day))


def collected(told: int, telling: Telling, now: dt.datetime) -> Delivery:
    return Delivery(
        notification_id=told,
        channel=PAPER,
        rhythm=Rhythm.WEEKLY,
        lane=telling.lane,
        state=Delivery.State.COLLECTED,
        due_at=now,
        first_due_at=now,
    )
