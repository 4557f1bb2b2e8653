"""A six-digit code, asked for by one browser, good for ten minutes and for one use."""

import datetime as dt

from django.db import models
from django.db.models import F
from django.utils.crypto import constant_time_compare, get_random_string

from driehoek.features.entry.codes import six_digits

LIFE = dt.timedelta(minutes=10)  # OWASP ASVS 5.0, 6.5.5
TRIES = 5


class SignInCode(models.Model):
    """One request for a code. It looks the same whether anybody lives at the address or not.

    The code itself is worked out from the seed and the secret key; the table alone gives nothing away.
    Which browser asked is known by its session, which holds the key of this row and nothing else does.
    """

    address = models.CharField(max_length=254)  # an e-mail address, or a mobile number as +31612345678
    seed = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["asked_at"])]

    @classmethod
    def ask(cls, address: str, *, now: dt.datetime) -> "SignInCode":
        return cls.objects.create(address=address, seed=get_random_string(32), asked_at=now)

    @property
    def digits(self) -> str:
        return six_digits(f"{self.pk}:{self.seed}")

    def spend(self, digits: str, *, now: dt.datetime) -> bool:
        """Whether this is the code. Counts the try first, so that trying twice at once is trying twice."""
        counted = self._open(now).filter(tries__lt=TRIES).update(tries=F("tries") + 1)
        right = constant_time_compare(digits, self.digits)
        return bool(counted and right and self._open(now).update(used_at=now))

    def is_over(self, now: dt.datetime) -> bool:
        """No further try is of use."""
        return not self._open(now).filter(tries__lt=TRIES).exists()

    def was_proved(self, now: dt.datetime) -> bool:
        """Spent a moment ago: who she is may still be asked."""
        return self.used_at is not None and now - self.used_at < LIFE

    def _open(self, now: dt.datetime) -> models.QuerySet["SignInCode"]:
        return SignInCode.objects.filter(pk=self.pk, used_at=None, asked_at__gt=now - LIFE)
