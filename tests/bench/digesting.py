"""Inside the installation: so many guardians read once a week, and their Friday comes."""

import datetime as dt
import json
import resource
import time
from itertools import islice

from django.conf import settings

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.models import Delivery, Digest, Notification, Preference, Rhythm
from driehoek.base.core.clock import AMSTERDAM, at, day_of, now
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post

ITEMS = 5  # in each digest
BATCH = 1000


def main(people: str) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # what a server does is not ours
    friday = last_friday()
    collect(int(people), friday)
    begun = time.process_time()
    while gather_due(friday):
        pass
    while send_due("email", clock=lambda: friday):
        pass
    taken = time.process_time() - begun
    brought = Digest.objects.filter(state=Digest.State.DONE).count()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"digests": brought, "cpu": 1000 * taken / max(brought, 1), "memory": memory}))


def last_friday() -> dt.datetime:
    """At half past three, when nothing keeps it waiting."""
    day = day_of(now())
    return at(day - dt.timedelta(days=(day.isoweekday() - 5) % 7 or 7), dt.time(15, 30)).astimezone(AMSTERDAM)


def collect(people: int, friday: dt.datetime) -> None:
    """The newest posts of each group, for the guardians of its children."""
    left = people
    groups = Post.objects.filter(group__isnull=False).values_list("group", flat=True).distinct()
    for group in groups.order_by("group"):
        seats = Seat.objects.on(day_of(friday)).filter(group=group, role=Role.GUARDIAN)
        told = seats.exclude(person__in=Preference.objects.values("person")).values_list("person", flat=True)
        readers = sorted(set(told))[:left]
        left -= len(readers)
        wish(readers)
        for post in Post.objects.filter(group=group, publication__isnull=False).order_by("-pk")[:ITEMS]:
            entry = Entry.objects.create(
                verb="feed.post.shared", subject=post, at=friday, due_at=friday, actor=None
            )
            keep(readers, entry, friday)
        if left <= 0:
            return


def wish(readers: list[int]) -> None:
    Person.objects.filter(pk__in=readers, email="").update(email="iemand@thuis.example")
    rows = [
        Preference(person_id=one, category=Category.NEWS, channel="email", rhythm=Rhythm.WEEKLY)
        for one in readers
    ]
    Preference.objects.bulk_create(rows)


def keep(readers: list[int], entry: Entry, friday: dt.datetime) -> None:
    told = Notification.objects.bulk_create([Notification(person_id=one, entry=entry) for one in readers])
    rows = iter(told)
    while some := list(islice(rows, BATCH)):
        Delivery.objects.bulk_create(
            Delivery(
                notification=one, channel="email", rhythm=Rhythm.WEEKLY, state=Delivery.State.COLLECTED,
                due_at=friday, first_due_at=friday,
            )
            for one in some
        )  # fmt: skip
