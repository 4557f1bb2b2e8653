"""Rows that wait for a worker: claimed for a while, freed when it dies, parked when they never succeed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Self  # fields of the inheriting model, whatever they are
from uuid import uuid4

from django.db import models, transaction
from django.db.models import F, Q

from driehoek.base.core.models.alarm import ring

LEASE = dt.timedelta(seconds=120)
TRIES = 5  # a row on which workers stumble this often is parked
AT_ONCE = dt.timedelta(0)
BACK_OFF = [1, 5, 15, 60]  # minutes until the next attempt; the last one repeats


class LeaseLost(Exception):
    """Another worker has taken this row over: what this one finds out about it does not count."""


class State(models.TextChoices):
    WAITING = "waiting"
    COLLECTED = "collected"  # not due by itself: goes along with others
    DONE = "done"
    SUPPRESSED = "suppressed"  # rightly not done: `reason` says why
    FAILED = "failed"  # tried long enough, or refused for good
    PARKED = "parked"  # workers stumble on it: a person must look


class LeasedQuerySet(models.QuerySet["Leased"]):
    def due(self, now: dt.datetime) -> Self:
        return self.filter(state=State.WAITING, due_at__lte=now)

    def claim(self, now: dt.datetime, *, limit: int) -> list[Any]:
        """Take up to `limit` due rows for this worker alone, in the order in which it must handle them."""
        token = uuid4()
        with transaction.atomic():
            free = self.due(now).filter(lease_token=None).order_by("due_at", "pk")
            keys = list(free.select_for_update(skip_locked=True).values_list("pk", flat=True)[:limit])
            self._all(keys).update(lease_token=token, lease_until=now + LEASE)
        return list(self._all(keys).filter(lease_token=token).order_by("pk"))

    def free_stale(self, now: dt.datetime) -> None:
        """Give back what dead workers held. Rows are handled in order of key, so the first of what is left
        is the one on which the worker may have died; the others are innocent."""
        stale = self.filter(state=State.WAITING, lease_until__lt=now)
        for token in set(stale.values_list("lease_token", flat=True)):
            with transaction.atomic():
                held = self.filter(state=State.WAITING, lease_token=token, lease_until__lt=now).order_by("pk")
                rows = list(held.select_for_update(skip_locked=True))
                self._all(row.pk for row in rows).update(lease_token=None, lease_until=None)
                if rows:
                    rows[0].lease_token = rows[0].lease_until = None
                    rows[0].stumble("the worker died", now)

    def _all(self, keys: Iterable[object]) -> Self:
        return type(self)(self.model, using=self.db).filter(pk__in=list(keys))


class Leased(models.Model):
    """The truth about one piece of work. The token is the fence: a worker that was thought dead and wakes up
    again cannot write over the one that took its place."""

    State = State

    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=60, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)  # ended in "come back later"
    stumbles = models.PositiveSmallIntegerField(default=0)  # ended in an error of ours, or a dead worker
    lease_token = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)

    objects = LeasedQuerySet.as_manager()

    class Meta:
        abstract = True

    def finish(self, state: str, *, reason: str = "", **fields: Any) -> None:
        """This is how it ended. Raises LeaseLost when somebody else has the row."""
        self._write(state=state, reason=reason[:60], **fields)

    def retry(
        self,
        now: dt.datetime,
        *,
        reason: str,
        at_least: dt.timedelta = AT_ONCE,
        at_most: dt.timedelta = dt.timedelta.max,
    ) -> None:
        """Not now: 1, 5, 15, 60 minutes from now, and hourly after that; not before the other side says."""
        wait = min(at_most, dt.timedelta(minutes=BACK_OFF[min(self.attempts, len(BACK_OFF) - 1)]))
        self._write(due_at=now + max(wait, at_least), attempts=F("attempts") + 1, reason=reason[:60])

    def put_off(self, until: dt.datetime, **fields: Any) -> None:
        """Nothing went wrong; something else must be ready first."""
        self._write(due_at=until, **fields)

    def stumble(self, reason: str, now: dt.datetime) -> None:
        """Something broke on our side. The fifth time this row is parked, so that its neighbours go on."""
        if self.stumbles + 1 >= TRIES:
            return self.park(reason, now)
        wait = BACK_OFF[min(self.stumbles, len(BACK_OFF) - 1)]
        due_at = now + dt.timedelta(minutes=wait)
        return self._write(due_at=due_at, stumbles=F("stumbles") + 1, reason=reason[:60])

    def park(self, reason: str, now: dt.datetime) -> None:
        self.finish(State.PARKED, reason=reason, stumbles=F("stumbles") + 1)
        ring(f"{self._meta.label_lower} {self.pk}", reason, at=now)

    def renew(self, now: dt.datetime) -> None:
        """This row and the rest of its batch stay ours. Raises LeaseLost."""
        batch = type(self)._default_manager.filter(lease_token=self.lease_token, state=State.WAITING)
        if not batch.update(lease_until=now + LEASE):
            raise LeaseLost
        self.lease_until = now + LEASE

    def _write(self, **fields: Any) -> None:
        mine = (
            type(self)
            ._default_manager.filter(pk=self.pk, state=State.WAITING)
            .filter(Q(lease_token=self.lease_token))
        )
        if not mine.update(lease_token=None, lease_until=None, **fields):
            raise LeaseLost
