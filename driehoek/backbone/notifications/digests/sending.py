"""Digests: taken in batches, each item asked again, brought as one message, and written down."""

import datetime as dt
from typing import Any  # each road has its own kind of connection

from django.db import transaction
from django.db.models import Sum
from django.utils import translation

from driehoek.backbone.notifications.calm import calm_moment_of
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.digests.doors import ask_path, table_path
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.printing import Page, printed
from driehoek.backbone.notifications.digests.sheet import MOST_ASKED, Sheet, laid_out
from driehoek.backbone.notifications.digests.sifting import Sieve, hindrance_of
from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.backbone.notifications.fates import READ_ALONG
from driehoek.backbone.notifications.hindrances import known_address
from driehoek.backbone.notifications.letter import absolute, known
from driehoek.backbone.notifications.models import Delivery, Digest, Rhythm
from driehoek.backbone.notifications.return_addresses import return_path
from driehoek.backbone.notifications.rounds import BATCH, LOOKED_AGAIN, WORDS_TAKE, Clock, Round
from driehoek.backbone.translation.reading import waits
from driehoek.base.core.clock import day_of

A_WEEK = dt.timedelta(days=6)  # a digest of last Friday does not count for this Friday


def send_due(channel: str, *, clock: Clock) -> int:
    """Bring one batch of digests by this road; gives how many were taken."""
    Digest.objects.free_stale(clock())
    batch = Digest.objects.filter(channel=channel).claim(clock(), limit=BATCH)
    if batch:
        with ROADS[channel].line() as line:
            DigestRound(channel, line, clock).bring(batch)
    return len(batch)


class DigestRound(Round[Digest]):
    """Messages about many facts each."""

    def __init__(self, channel: str, line: Any, clock: Clock) -> None:
        super().__init__(channel, line, clock)
        self.press = DigestPress(clock())

    def ask_and_send(self, digest: Digest) -> None:
        now = self.clock()
        address = known_address("person", self.channel, day_of(now))
        fresh = Digest.objects.select_related("person").annotate(**address).get(pk=digest.pk)
        if reason := hindrance_of(fresh):
            return digest.finish(Digest.State.SUPPRESSED, reason=reason)
        sieve = Sieve(fresh, self.press, now)
        sieve.run()
        leave_out(sieve, now)
        if not sieve.kept:
            return digest.finish(Digest.State.SUPPRESSED, reason="nothing new")
        if fresh.is_read_along:
            return digest.finish(Digest.State.SUPPRESSED, reason=READ_ALONG)
        calm = min(calm_moment_of(one.piece.notice, now) for one in sieve.kept)
        if calm > now:
            return digest.put_off(calm)
        if now < digest.first_due_at + WORDS_TAKE and self._awaits(sieve):
            return digest.put_off(now + LOOKED_AGAIN)
        sheet, parcel = self._parcel(fresh, sieve)
        return self.hand_over(digest, fresh, parcel, asked=len(sheet.asks))

    def _awaits(self, sieve: Sieve) -> bool:
        """Whether a machine is still busy with the words of this reader."""
        language = known(sieve.reader.person.language)
        return waits(language, [text for one in sieve.kept for text in one.texts])

    def _parcel(self, digest: Digest, sieve: Sieve) -> tuple[Sheet, Parcel]:
        person, stop_url = digest.person, absolute(stop_path(digest.person, self.channel))
        language = known(person.language)
        told = self.press.told(language, [text for one in sieve.kept for text in one.texts])
        with translation.override(language):
            left = MOST_ASKED - asked_lately(digest, sieve.reader.now)
            rhythm = Rhythm.DAILY if sieve.rhythms == {Rhythm.DAILY} else Rhythm.WEEKLY
            weekly = rhythm == Rhythm.WEEKLY
            sheet = laid_out(
                sieve.kept, told, sieve.reader, most_asked=max(0, left), is_weekly=weekly, is_mailed=True
            )
            page = Page(
                sheet=sheet, rhythm=rhythm, language=language, name=person.name, stop_url=stop_url,
                table_path=table_path(sieve.kept[0].told, sheet.asks),
                ask_path=ask_path(sieve.kept[0].told) if sieve.reader.is_open_about_all else "",
            )  # fmt: skip
            rendered = printed(page)
        address, back = address_of(person, self.channel), return_path(sieve.kept[0].told)
        return sheet, Parcel(address, rendered, digest.message_id, stop_url, return_path=back)


def asked_lately(digest: Digest, now: dt.datetime) -> int:
    """How many questions for the kitchen table came this week: who reads daily gets no more of them."""
    week = Digest.objects.filter(person=digest.person_id, channel=digest.channel, sent_at__gt=now - A_WEEK)
    return week.aggregate(n=Sum("asked"))["n"] or 0


@transaction.atomic
def leave_out(sieve: Sieve, now: dt.datetime) -> None:
    """What stays behind knows why; what she wants at once by now goes by itself."""
    items = sieve.digest.collected()
    for reason, keys in sieve.left_out.items():
        items.filter(pk__in=keys).update(state=Delivery.State.SUPPRESSED, reason=reason)
    if sieve.at_once:
        items.filter(pk__in=sieve.at_once).update(
            state=Delivery.State.WAITING, rhythm=Rhythm.NOW, digest=None, due_at=now, first_due_at=now
        )
