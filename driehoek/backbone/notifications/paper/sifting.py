"""What of a letter still goes on paper, asked each time it is shown: like a digest, read at home."""

import datetime as dt
from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.answering import Slip, for_her
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Piece, Reader
from driehoek.backbone.notifications.digests.sheet import Kept
from driehoek.backbone.notifications.digests.sifting import Sieve
from driehoek.backbone.notifications.models import Delivery, PaperLetter, Rhythm
from driehoek.backbone.notifications.notices import Notice

IN_IT = [Delivery.State.COLLECTED, Delivery.State.DONE]


class PaperSieve(Sieve):
    """What she read meanwhile stays: whoever prints would see that she looked."""

    def __init__(
        self, letter: PaperLetter, press: DigestPress, now: dt.datetime, *,
        reader: Reader | None = None, items: list[Delivery] | None = None,
    ) -> None:  # fmt: skip
        """With its reader and its items, when somebody found those for many letters."""
        super().__init__(letter.digest, press, now)
        self.letter, self.given = letter, items
        self.reader = reader or Reader(letter.guardian, now, ("home",), is_open=True)
        self._slips: dict[int, Slip] = {}

    def sifting(self) -> Asking[None]:
        """Also what she may answer, and may have answered already: else a copy would tell that she did."""
        seen, me = (yield from self.reader.seeing(self.pieces)), self.reader.viewers["home"]
        told = {piece.entry.pk: piece.entry for piece in self.pieces if piece.entry.pk in seen}
        slips = {key: slip for key, entry in told.items() if (slip := self.press.slip_under(entry))}
        hers = yield from for_her(slips, me)
        self._slips = {key: slip for key, slip in hers.items() if slip.is_open(me)}
        self._sift(seen)

    def _keep(self, item: Delivery, piece: Piece, hat: Hat) -> Kept:
        place = self.reader.place(piece.notice.about, hat)
        return Kept(item.notification, piece, place, self._slips.get(piece.entry.pk))

    def _items(self) -> Iterator[Delivery]:
        for item in in_letters([self.letter.digest_id]) if self.given is None else self.given:
            item.notification.person = self.letter.guardian
            yield item

    def _is_read(self, item: Delivery) -> bool:
        return False

    def _rhythm(self, item: Delivery, notice: Notice) -> Rhythm:
        """Once it lies on the desk, it is what she chose then."""
        return Rhythm.WEEKLY if super()._rhythm(item, notice) != Rhythm.OFF else Rhythm.OFF


def in_letters(digests: Collection[int]) -> QuerySet[Delivery]:
    """The items of the letters with these digests."""
    items = Delivery.objects.filter(digest__in=digests, state__in=IN_IT)
    return items.select_related("notification__entry").order_by("pk")
