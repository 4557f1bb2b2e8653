"""Who of the demo wants news together, and the digest that came last Friday."""

import datetime as dt

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.models import Delivery, Digest, Notification, Rhythm, Telling
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.preferences import prefer
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

FRIDAY, BELL = 5, dt.time(15, 30)
A_WEEK = dt.timedelta(days=7)
TOGETHER = (Category.NEWS, Category.REPLIES)  # questions and talks still come at once
LOOKED_BACK = 4  # weeks: in a holiday the last digest is older


def bring_digests(people: People, now: dt.datetime) -> None:
    """From now on they read once a week; and the one of last week is in their post."""
    readers = [people[key] for key in read("office.toml")["digest"]["weekly"]]
    for person in readers:
        for category in TOGETHER:
            prefer(person, category=category, channel="email", rhythm=Rhythm.WEEKLY)
    friday = last_friday(now)
    for _week in range(LOOKED_BACK):
        bring(readers, friday)
        if Digest.objects.filter(state=Digest.State.DONE).exists():
            return
        friday -= A_WEEK


def bring(readers: list[Person], friday: dt.datetime) -> None:
    collect(readers, friday)
    while gather_due(friday):
        pass
    while send_due("email", clock=lambda: friday):
        pass


def last_friday(now: dt.datetime) -> dt.datetime:
    today = day_of(now)
    friday = at(today - dt.timedelta(days=(today.isoweekday() - FRIDAY) % 7), BELL)
    return friday if friday < now else friday - A_WEEK


def collect(readers: list[Person], friday: dt.datetime) -> None:
    """What these heard of in that week, as it would have been collected then."""
    week = Telling.objects.filter(entry__due_at__gt=friday - A_WEEK, entry__due_at__lte=friday)
    for telling in week.select_related("entry").order_by("pk"):
        notice = notice_of(telling.entry)
        if notice and notice.category in TOGETHER:
            for person in notice.people(day_of(friday)).filter(pk__in=[one.pk for one in readers]).distinct():
                keep_for(person, telling.entry, friday)


def keep_for(person: Person, entry: Entry, friday: dt.datetime) -> None:
    told, _is_new = Notification.objects.get_or_create(person=person, entry=entry)
    Delivery.objects.get_or_create(
        notification=told,
        channel="email",
        defaults={
            "rhythm": Rhythm.WEEKLY,
            "state": Delivery.State.COLLECTED,
            "due_at": friday,
            "first_due_at": friday,
        },
    )
