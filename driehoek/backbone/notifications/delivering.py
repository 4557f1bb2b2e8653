"""Deliveries: taken in batches, asked again one by one, brought, and each written down before the next."""

import datetime as dt
from collections.abc import Callable
from typing import Any  # each road has its own kind of connection

from driehoek.backbone.notifications.asking import Asked
from driehoek.backbone.notifications.calm import calm_moment
from driehoek.backbone.notifications.channels.outcome import (
    AT_ONCE,
    Gone,
    Later,
    Never,
    Unreachable,
    Unsendable,
)
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.hindrances import as_it_is_now, hindrance
from driehoek.backbone.notifications.models import Delivery, Lane, Refusal, Rhythm
from driehoek.backbone.notifications.printing import Press
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.models.alarm import ring

BATCH = 50
PATIENCE = dt.timedelta(hours=72)  # how long we keep trying
RENEWED = dt.timedelta(seconds=20)  # a batch that takes long renews its lease this often

WORDS_TAKE = dt.timedelta(minutes=2)  # so long a message waits for a translation; then it goes as it is
LOOKED_AGAIN = dt.timedelta(seconds=20)

Clock = Callable[[], dt.datetime]


def deliver_due(channel: str, *, clock: Clock, lane: str | None = None) -> int:
    """Bring one batch by this road, of one lane or of all; gives how many were taken."""
    Delivery.objects.free_stale(clock())
    ours = Delivery.objects.filter(channel=channel, **({"lane": lane} if lane else {}))
    batch = ours.claim(clock(), limit=BATCH)
    if batch:
        with ROADS[channel].line() as line:
            Round(channel, line, clock).bring(batch)
    return len(batch)


class Round:
    """One batch on one connection."""

    def __init__(self, channel: str, line: Any, clock: Clock) -> None:
        self.channel, self.line, self.clock = channel, line, clock
        self.press, self.asked = Press(channel), Asked()

    def bring(self, batch: list[Delivery]) -> None:
        """In order of key: the first that is left is the one a dead worker was busy with."""
        renew_at = self.clock() + RENEWED
        try:
            for number, delivery in enumerate(batch):
                if self.clock() > renew_at:
                    delivery.renew(self.clock())
                    renew_at = self.clock() + RENEWED
                if not self._bring_one(delivery):
                    return self._put_back(batch[number + 1 :])
        except LeaseLost:  # we were thought dead: another worker has the rest
            return None
        return None

    def _bring_one(self, delivery: Delivery) -> bool:
        """Whether it is of use to go on with the next one."""
        try:
            self._ask_and_send(delivery)
        except Unreachable as closed:
            self._try_later(delivery, closed.reason)
            return False
        except Later as busy:
            self._try_later(delivery, busy.reason, busy.wait)
        except Gone as nothing:
            delivery.finish(Delivery.State.FAILED, reason=nothing.reason)
        except Never as refused:
            self._give_up(delivery, refused.reason)
        except Unsendable as wrong:
            delivery.park(wrong.reason, self.clock())
        except LeaseLost:
            raise
        except Exception as error:  # one broken message must not keep its neighbours waiting
            delivery.stumble(type(error).__name__, self.clock())
        return True

    def _ask_and_send(self, delivery: Delivery) -> None:
        """Is it still unread, still there, still for her, still wanted? Only then."""
        now = self.clock()
        fresh = as_it_is_now(delivery.pk, self.channel, now)
        notice = self.press.notice(fresh.notification.entry)
        rhythm = self.asked.rhythm(fresh, notice, now) if notice else Rhythm.NOW
        if reason := hindrance(fresh, notice, rhythm, now):
            return delivery.finish(Delivery.State.SUPPRESSED, reason=reason)
        if rhythm.is_collected:
            return delivery.collect(rhythm)
        if notice and (calm := calm_moment(fresh, notice, now, self.asked.closed(notice, now))) > now:
            return delivery.put_off(calm)
        patient = delivery.lane != Lane.URGENT and now < delivery.first_due_at + WORDS_TAKE
        if patient and self.press.awaits(fresh):
            return delivery.put_off(now + LOOKED_AGAIN)
        ROADS[self.channel].bring(self.line, self.press.parcel(fresh, now))
        delivery.finish(Delivery.State.DONE, sent_at=self.clock(), attempts=delivery.attempts + 1)
        if fresh.was_refused:
            Refusal.objects.filter(channel=self.channel, address=self._address(fresh)).delete()
        return None

    def _try_later(self, delivery: Delivery, reason: str, wait: dt.timedelta = AT_ONCE) -> None:
        """1, 5, 15, 60 minutes, then hourly, for three days."""
        now = self.clock()
        if now - delivery.first_due_at < PATIENCE:
            return delivery.retry(now, reason=reason, at_least=wait)
        delivery.finish(Delivery.State.FAILED, reason=reason)
        return ring(f"{delivery._meta.label_lower} {delivery.pk}", f"72 hours: {reason}", at=now)

    def _give_up(self, delivery: Delivery, code: str) -> None:
        """Refused for good. The address is remembered: after three such days the office hears of it."""
        fresh, day = as_it_is_now(delivery.pk, self.channel, self.clock()), day_of(self.clock())
        Refusal.note(channel=self.channel, address=self._address(fresh), day=day, code=code)
        delivery.finish(Delivery.State.FAILED, reason=code)

    def _put_back(self, rest: list[Delivery]) -> None:
        """Nobody at the other end: the rest of the batch comes later too."""
        for delivery in rest:
            self._try_later(delivery, "unreachable")

    def _address(self, delivery: Delivery) -> str:
        return address_of(delivery.notification.person, self.channel)
