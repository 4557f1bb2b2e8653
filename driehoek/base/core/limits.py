"""How often is too often. Counted in the database, so that every process counts along."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from driehoek.base.core.models import Attempt

DAY = dt.timedelta(days=1)


class TooMuch(PermissionDenied):
    """So much in so short a time that it is a machine, or somebody who should wait. Nothing was done."""


@dataclass(frozen=True)
class Limit:
    """At most `times` in each stretch of `per`."""

    name: str
    times: int
    per: dt.timedelta

    def allows(self, key: str, *, now: dt.datetime) -> bool:
        """Counts this try, and says whether it is still within the limit."""
        return _count(*self._stretch(key, now)) <= self.times

    def is_spent(self, key: str, *, now: dt.datetime) -> bool:
        """Whether the next try would be one too many. Counts nothing."""
        bucket, starts_at = self._stretch(key, now)
        return Attempt.objects.filter(bucket=bucket, starts_at=starts_at, count__gte=self.times).exists()

    def _stretch(self, key: str, now: dt.datetime) -> tuple[str, dt.datetime]:
        starts_at = now - ((now - dt.datetime(2000, 1, 1, tzinfo=dt.UTC)) % self.per)
        bucket = salted_hmac("core.limit", f"{self.name}:{key}", algorithm="sha256").hexdigest()
        return bucket, starts_at


def forget_counts(*, now: dt.datetime) -> int:
    """Old counters are of no use. For the daily job."""
    gone, _ = Attempt.objects.filter(starts_at__lt=now - 2 * DAY).delete()
    return gone


def _count(bucket: str, starts_at: dt.datetime) -> int:
    mine = Attempt.objects.filter(bucket=bucket, starts_at=starts_at)
    if not mine.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                Attempt.objects.create(bucket=bucket, starts_at=starts_at, count=1)
        except IntegrityError:  # another process was first
            mine.update(count=F("count") + 1)
    return mine.values_list("count", flat=True).get()
