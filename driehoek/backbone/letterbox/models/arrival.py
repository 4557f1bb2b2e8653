"""A letter that came in, kept as it is until somebody has handled it."""

import datetime as dt
from hashlib import sha256
from typing import Any  # fields of the row

from django.db import models

from driehoek.base.core.models import Leased


class Arrival(Leased):
    """The same letter twice is one row. What it said is gone as soon as it was handled."""

    key = models.CharField(max_length=64, unique=True)  # of its Message-ID and where it came
    address = models.CharField(max_length=254)  # of ours: says from whom, and about what
    raw = models.BinaryField()
    is_cut = models.BooleanField(default=False)  # only its head: it was too large
    came_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)  # its sender said, from her own mailbox, that it is hers

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="arrivals_waiting"),
        ]

    @staticmethod
    def keep(raw: bytes, *, address: str, message_id: str, at: dt.datetime, is_cut: bool = False) -> bool:
        """Whether it is new."""
        name = message_id.strip() or sha256(raw).hexdigest()
        key = sha256(f"{name} {address}".encode("utf-8", "replace")).hexdigest()
        said = {"address": address, "raw": raw, "is_cut": is_cut, "came_at": at, "due_at": at}
        _row, is_new = Arrival.objects.get_or_create(key=key, defaults=said)
        return is_new

    def end(self, state: str, *, reason: str = "", **fields: Any) -> None:
        """This is what became of it; the letter itself goes. Raises LeaseLost."""
        self.finish(state, reason=reason, raw=b"", **fields)

    def confirm(self, *, at: dt.datetime) -> None:
        """It is hers after all: it is handled now."""
        Arrival.objects.filter(pk=self.pk, state=self.State.WAITING).update(confirmed_at=at, due_at=at)

    def disown(self) -> None:
        """It is not hers."""
        waiting = Arrival.objects.filter(pk=self.pk, state=self.State.WAITING)
        waiting.update(state=self.State.SUPPRESSED, reason="not hers", raw=b"")
