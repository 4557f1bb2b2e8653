"""What of a digest still goes along, asked right before it leaves. No network and no writing here."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from driehoek.backbone.access.parts import Asking, read
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Piece, Reader
from driehoek.backbone.notifications.digests.sheet import Kept, keep
from driehoek.backbone.notifications.hindrances import rhythm_of
from driehoek.backbone.notifications.models import Delivery, Digest, Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.wishes import Way


def hindrance_of(digest: Digest) -> str:
    """The reason not to send any of it; empty when nothing is in the way."""
    person = digest.person
    address = address_of(person, digest.channel)
    if not person.is_active:
        return "inactive"
    if not address:
        return "no_address"
    return "address_is_wrong" if digest.address_is_wrong else ""


class Sieve:
    """Still unread, still there, still wanted with others, still hers to see? After run() it knows what goes
    along, what stays behind and why, and what she wants at once by now."""

    def __init__(self, digest: Digest, press: DigestPress, now: dt.datetime) -> None:
        self.digest, self.press, self.now = digest, press, now
        self.reader = Reader(digest.person, now)
        self.kept: list[Kept] = []
        self.rhythms: set[Rhythm] = set()
        self.left_out = defaultdict[str, list[int]](list)
        self.at_once: list[int] = []
        self.wishes: dict[Way, Rhythm] = {}

    def run(self) -> None:
        self.press.prepare(item.notification.entry for item in self.items)
        read(self.sifting())

    @cached_property
    def items(self) -> list[Delivery]:
        return list(self._items())

    @cached_property
    def wanted(self) -> list[tuple[Delivery, Piece]]:
        found = ((item, self._wanted(item)) for item in self.items)
        return [(item, Piece(item.notification.entry, notice)) for item, notice in found if notice]

    @property
    def pieces(self) -> list[Piece]:
        return [piece for _item, piece in self.wanted]

    def sifting(self) -> Asking[None]:
        """Of what is wanted only what is hers to see; to be asked beside other sieves."""
        self._sift((yield from self.reader.seeing(self.pieces)))

    def _sift(self, seen: dict[int, Hat]) -> None:
        for item, piece in self.wanted:
            if hat := seen.get(piece.entry.pk):
                self.kept.append(self._keep(item, piece, hat))
            else:
                self.left_out["access"].append(item.pk)

    def _keep(self, item: Delivery, piece: Piece, hat: Hat) -> Kept:
        return keep(item.notification, piece, self.reader, hat, self.press)

    def _items(self) -> Iterator[Delivery]:
        for item in self.digest.collected().select_related("notification__entry").order_by("pk"):
            item.notification.person = self.digest.person
            yield item

    def _wanted(self, item: Delivery) -> Notice | None:
        """What there is to tell, if she wants it in a digest."""
        notice = self.press.notice(item.notification.entry)
        is_read = self._is_read(item)
        if is_read or notice is None or notice.is_over(self.now):
            self.left_out["read" if is_read else "withdrawn"].append(item.pk)
            return None
        rhythm = self._rhythm(item, notice)
        if rhythm == Rhythm.OFF:
            self.left_out["unwanted"].append(item.pk)
        elif rhythm == Rhythm.NOW and not self.digest.may_have_come:
            self.at_once.append(item.pk)
        else:
            self.rhythms.add(rhythm)
            return notice
        return None

    def _is_read(self, item: Delivery) -> bool:
        return item.notification.read_at is not None

    def _rhythm(self, item: Delivery, notice: Notice) -> Rhythm:
        """Asked once for all that she hears of in the same way."""
        way = alike(notice)
        if way not in self.wishes:
            self.wishes[way] = rhythm_of(item, notice, self.now)
        return self.wishes[way]


def alike(notice: Notice) -> Way:
    """What makes that somebody hears of two things equally soon."""
    return Way(notice.about, notice.category, notice.hats)
