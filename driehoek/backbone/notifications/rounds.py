"""A batch on one connection: asked again one by one, brought, and each written down before the next."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, TypeVar  # each road has its own kind of connection

from driehoek.backbone.notifications.channels.outcome import (
    AT_ONCE,
    Gone,
    Later,
    Never,
    Unreachable,
    Unsendable,
)
from driehoek.backbone.notifications.channels.parcel import Bell, Parcel
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.models import Delivery, Digest, Refusal
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.models.alarm import ring
from driehoek.base.core.models.lease import State

BATCH = 50
PATIENCE = dt.timedelta(hours=72)  # how long we keep trying
KNOCKS = dt.timedelta(minutes=15)  # at the longest, where nobody is there: what waits leaves soon after
AT_LEAST = 5  # times: a holiday or workers that stood still may have taken all those hours
RENEWED = dt.timedelta(seconds=20)  # a batch that takes long renews its lease this often

WORDS_TAKE = dt.timedelta(minutes=2)  # so long a message waits for a translation; then it goes as it is
LOOKED_AGAIN = dt.timedelta(seconds=20)

Clock = Callable[[], dt.datetime]
Row = TypeVar("Row", Delivery, Digest)


class Round(ABC, Generic[Row]):
    """What is the same for every kind of message; each says itself how it is asked and what it brings."""

    def __init__(self, channel: str, line: Any, clock: Clock) -> None:
        self.channel, self.line, self.clock = channel, line, clock

    @abstractmethod
    def ask_and_send(self, row: Row) -> None:
        """Still wanted, still for her? Only then. Ends with what became of it."""

    def bring(self, batch: list[Row]) -> None:
        """In order of key: the first that is left is the one a dead worker was busy with."""
        renew_at = self.clock() + RENEWED
        try:
            for number, row in enumerate(batch):
                if self.clock() > renew_at:
                    row.renew(self.clock())
                    renew_at = self.clock() + RENEWED
                if not self._bring_one(row):
                    return self._put_back(batch[number + 1 :])
        except LeaseLost:  # we were thought dead: another worker has the rest
            return None
        return None

    def hand_over(self, row: Row, fresh: Row, parcel: Parcel | Bell, **fields: Any) -> None:
        """It goes, and is written down; an address that takes it is right after all."""
        ROADS[self.channel].bring(self.line, parcel)
        row.finish(State.DONE, sent_at=self.clock(), attempts=row.attempts + 1, **fields)
        if fresh.was_refused:
            Refusal.objects.filter(channel=self.channel, address=parcel.address).delete()

    def _bring_one(self, row: Row) -> bool:
        """Whether it is of use to go on with the next one."""
        try:
            self.ask_and_send(row)
        except Unreachable as closed:
            self._try_later(row, closed.reason, closed.wait, at_most=KNOCKS)
            return False
        except Later as busy:
            self._try_later(row, busy.reason, busy.wait)
        except Gone as nothing:
            row.finish(State.FAILED, reason=nothing.reason)
        except Never as refused:
            self._give_up(row, refused.reason)
        except Unsendable as wrong:
            row.park(wrong.reason, self.clock())
        except LeaseLost:
            raise
        except Exception as error:  # one broken message must not keep its neighbours waiting
            row.stumble(type(error).__name__, self.clock())
        return True

    def _try_later(
        self,
        row: Row,
        reason: str,
        wait: dt.timedelta = AT_ONCE,
        at_most: dt.timedelta = dt.timedelta.max,
    ) -> None:
        """1, 5, 15, 60 minutes, then hourly, for three days."""
        now = self.clock()
        if row.attempts + 1 < AT_LEAST or now - row.first_due_at < PATIENCE:
            return row.retry(now, reason=reason, at_least=wait, at_most=at_most)
        row.finish(State.FAILED, reason=reason)
        return ring(f"{row._meta.label_lower} {row.pk}", f"72 hours: {reason}", at=now)

    def _give_up(self, row: Row, code: str) -> None:
        """Refused for good. The address is remembered: after three such days the office hears of it."""
        address = address_of(row.receiver, self.channel)
        Refusal.note(channel=self.channel, address=address, day=day_of(self.clock()), code=code)
        row.finish(State.FAILED, reason=code)

    def _put_back(self, rest: list[Row]) -> None:
        """Nobody at the other end: the rest of the batch comes later too."""
        for row in rest:
            self._try_later(row, "unreachable", at_most=KNOCKS)
