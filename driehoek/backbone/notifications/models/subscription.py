"""A browser that wants to be rung, and a push service that wants to be left alone for a while."""

import datetime as dt
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.base.shell.agents import in_words
from driehoek.facts.people.models import Person

MOST = 10  # browsers of one person; the one she used longest ago makes place


class Subscriptions(GuardedQuerySet["PushSubscription"]):
    def ringing(self) -> Self:
        return self.filter(ended_at=None)

    def at(self, endpoint: str) -> Self:
        return self.filter(fingerprint=sha256(endpoint.encode()).hexdigest())


class PushSubscription(Guarded):
    """Where its push service listens, and the keys to seal with. Whoever signs in on that browser has it.

    One that was switched off stays, so that a browser that did not hear of it is told when it comes by.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    endpoint = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    p256dh = models.CharField(max_length=90)
    auth = models.CharField(max_length=24)
    key = models.CharField(max_length=90)  # the public half of the key of ours that it listens to
    kind = models.CharField(max_length=16, blank=True)  # agents.KINDS
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Subscriptions.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [
            models.Index(fields=["person"], condition=models.Q(ended_at=None), name="browsers_that_ring")
        ]

    @property
    def words(self) -> str:
        return in_words(self.kind)

    @staticmethod
    @transaction.atomic
    def remember(person: Person, keys: dict[str, str], *, kind: str, at: dt.datetime) -> "PushSubscription":
        """May be said on every page: the same browser stays the same row."""
        known = PushSubscription.objects.at(keys["endpoint"])
        is_new = not known.ringing().filter(person=person).exists()
        row, _ = PushSubscription.objects.update_or_create(
            fingerprint=sha256(keys["endpoint"].encode()).hexdigest(),
            defaults={**keys, "person": person, "kind": kind, "since": at, "ended_at": None},
        )
        if is_new:
            record("notifications.subscription.begun", row, by=person, at=at)
        hers = PushSubscription.objects.ringing().filter(person=person).order_by("-since", "-pk")
        for one in hers[MOST:]:
            one.end(by=person, at=at)
        return row

    @transaction.atomic
    def end(self, *, by: Person, at: dt.datetime) -> None:
        """It stays silent, until somebody switches it on again on that browser itself."""
        if PushSubscription.objects.ringing().filter(pk=self.pk).update(ended_at=at):
            record("notifications.subscription.ended", self, by=by, at=at)


class Pause(models.Model):
    """Until when a push service asked to be left alone; every worker keeps to it, also a new one."""

    service = models.CharField(max_length=255, unique=True)  # "https://web.push.apple.com"
    until = models.DateTimeField()

    @staticmethod
    def note(service: str, until: dt.datetime) -> None:
        Pause.objects.update_or_create(service=service, defaults={"until": until})
