"""Deliveries: taken in batches, asked again one by one, brought, and each written down before the next."""

from typing import Any  # each road has its own kind of connection

from driehoek.backbone.notifications.asking import Asked
from driehoek.backbone.notifications.calm import calm_moment
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.digests.moments import Moments
from driehoek.backbone.notifications.hindrances import as_it_is_now, hindrance
from driehoek.backbone.notifications.models import Delivery, Lane, Rhythm
from driehoek.backbone.notifications.printing import Press
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.rounds import BATCH, LOOKED_AGAIN, WORDS_TAKE, Clock, Round
from driehoek.backbone.notifications.texting_hindrances import SMS, hindrance_of_text, note_text

__all__ = ["BATCH", "DeliveryRound", "deliver_due"]


def deliver_due(channel: str, *, clock: Clock, lane: str | None = None) -> int:
    """Bring one batch by this road, of one lane or of all; gives how many were taken."""
    Delivery.objects.free_stale(clock())
    ours = Delivery.objects.filter(channel=channel, **({"lane": lane} if lane else {}))
    batch = ours.claim(clock(), limit=BATCH)
    if batch:
        with ROADS[channel].line() as line:
            DeliveryRound(channel, line, clock).bring(batch)
    return len(batch)


class DeliveryRound(Round[Delivery]):
    """Messages about one fact each."""

    def __init__(self, channel: str, line: Any, clock: Clock) -> None:
        super().__init__(channel, line, clock)
        self.press, self.asked = Press(channel), Asked()

    def ask_and_send(self, delivery: Delivery) -> None:
        """Is it still unread, still there, still for her, still wanted? Only then."""
        now = self.clock()
        fresh = as_it_is_now(delivery.pk, self.channel, now)
        receiver = Receiver(fresh.notification.person, now)
        notice = self.press.notice(fresh.notification.entry)
        rhythm = self.asked.rhythm(fresh, notice, now) if notice else Rhythm.NOW
        reason = hindrance(fresh, notice, rhythm, receiver)
        if notice and not reason:
            reason = hindrance_of_text(fresh, notice, now)
        if reason:
            return delivery.finish(Delivery.State.SUPPRESSED, reason=reason)
        if notice and rhythm.is_collected and not fresh.may_have_come:
            rhythm, moment = Moments(notice, [receiver.person.pk], now).of(receiver.person.pk, rhythm)
            if rhythm.is_collected:
                return delivery.collect(rhythm, until=moment)
        if notice and (calm := calm_moment(fresh, notice, now, self.asked.closed(notice, now))) > now:
            return delivery.put_off(calm)
        patient = delivery.lane != Lane.URGENT and now < delivery.first_due_at + WORDS_TAKE
        if patient and self.press.awaits(fresh):
            return delivery.put_off(now + LOOKED_AGAIN)
        parcel = self.press.parcel(fresh, receiver)
        self.hand_over(delivery, fresh, parcel)
        if notice and self.channel == SMS and isinstance(parcel, Parcel):
            note_text(parcel, notice, now)
        return None
