"""One message to one person by one road, and the addresses that do not take any."""

import datetime as dt
import uuid
from typing import Any  # rows of values()

from django.db import models
from django.db.models import Count, QuerySet

from driehoek.backbone.notifications.models.digest import Digest
from driehoek.backbone.notifications.models.notification import Lane, Notification
from driehoek.backbone.notifications.models.preference import Rhythm
from driehoek.base.core.models import Leased
from driehoek.facts.people.models import Person

REFUSED_DAYS = 3  # on so many different days before we call an address wrong


class Delivery(Leased):
    """The truth about one message. `message_id` is made once: a second try is the same message.

    Whoever chose a day or a week has a row too, from the same transaction: collected, so that nothing brings
    it by itself, due at the moment of her digest. Then a digest takes it along.
    """

    # one_message_a_road begins with it: no index of its own.
    notification = models.ForeignKey(Notification, models.CASCADE, related_name="+", db_index=False)
    channel = models.CharField(max_length=10)
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices, default=Rhythm.NOW)
    lane = models.CharField(max_length=6, choices=Lane.choices, default=Lane.NORMAL)
    digest = models.ForeignKey(Digest, models.SET_NULL, null=True, related_name="+", db_index=False)
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_due_at = models.DateTimeField()  # from here the 72 hours count in which we keep trying
    sent_at = models.DateTimeField(null=True)

    was_refused: bool  # annotated by hindrances.known_address(), all three
    address_is_wrong: bool
    is_read_along: bool
    hides_a_child: bool  # annotated by hindrances.with_facts()
    is_lost: bool  # annotated by fates.lost()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notification", "channel"], name="one_message_a_road")]
        indexes = [
            models.Index(
                fields=["channel", "lane", "due_at"],
                condition=models.Q(state="waiting"),
                name="deliveries_waiting",
            ),
            models.Index(
                fields=["lease_until"],
                condition=models.Q(lease_token__isnull=False),
                name="deliveries_leased",
            ),
            models.Index(
                fields=["due_at"],
                condition=models.Q(state="collected", digest=None),
                name="deliveries_collected",
            ),
            models.Index(
                fields=["digest"],
                condition=models.Q(digest__isnull=False),
                name="deliveries_in_digests",
            ),
        ]

    @property
    def receiver(self) -> Person:
        return self.notification.person

    @property
    def may_have_come(self) -> bool:
        """By itself, though nobody heard so: in a digest it would come once more. What was collected and then
        lay with a worker that died, was never brought."""
        return self.attempts > 0 or (self.stumbles > 0 and self.rhythm == Rhythm.NOW)

    def collect(self, rhythm: Rhythm, *, until: dt.datetime) -> None:
        """She wants it with other news: it waits for her digest. Raises LeaseLost."""
        self.finish(Delivery.State.COLLECTED, rhythm=rhythm, due_at=until)


class Refusal(models.Model):
    """A day on which a server refused this address for good. Taking a message wipes them out."""

    channel = models.CharField(max_length=10)
    address = models.CharField(max_length=254)
    day = models.DateField()
    code = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "address", "day"], name="one_refusal_a_day")
        ]

    @staticmethod
    def note(*, channel: str, address: str, day: dt.date, code: str) -> None:
        row = Refusal(channel=channel, address=address, day=day, code=code[:60])
        Refusal.objects.bulk_create([row], ignore_conflicts=True)

    @staticmethod
    def wrong_addresses(channel: str) -> QuerySet["Refusal", Any]:
        """The addresses that were refused on three different days: the office must ask for another."""
        refused = Refusal.objects.filter(channel=channel).values("address")
        return refused.annotate(days=Count("pk")).filter(days__gte=REFUSED_DAYS).values("address")
