"""Many letters at once: what is asked for each of their readers goes to the database together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from driehoek.backbone.access.parts import abreast, read
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Reader
from driehoek.backbone.notifications.digests.sifting import alike
from driehoek.backbone.notifications.hindrances import rhythms_of
from driehoek.backbone.notifications.models import Delivery, PaperLetter
from driehoek.backbone.notifications.paper.sheets import PaperSheet
from driehoek.backbone.notifications.paper.sifting import PaperSieve, in_letters

AT_ONCE = 16  # readers: what these may see is one statement for each kind of thing


def sheets_of(letters: Sequence[PaperLetter], now: dt.datetime) -> list[PaperSheet]:
    """Each as it is now, also those on which nothing stands any more."""
    press = DigestPress(now)
    sieves = _filled(letters, press, now)
    press.prepare(item.notification.entry for sieve in sieves for item in sieve.items)
    _ask_wishes(sieves, press, now)
    for start in range(0, len(sieves), AT_ONCE):
        few = sieves[start : start + AT_ONCE]
        seen = read(abreast(*(sieve.reader.seeing(sieve.pieces) for sieve in few)))
        for sieve, hers in zip(few, seen, strict=True):
            sieve.sift(hers)
    return [PaperSheet(sieve.letter, sieve) for sieve in sieves]


def _filled(letters: Sequence[PaperLetter], press: DigestPress, now: dt.datetime) -> list[PaperSieve]:
    """Each with its reader and its items."""
    readers = Reader.each_at_home({letter.guardian for letter in letters}, now)
    items = defaultdict[int | None, list[Delivery]](list)
    for item in in_letters([letter.digest_id for letter in letters]):
        items[item.digest_id].append(item)
    return [
        PaperSieve(letter, press, now, reader=readers[letter.guardian.pk], items=items[letter.digest_id])
        for letter in letters
    ]


def _ask_wishes(sieves: Sequence[PaperSieve], press: DigestPress, now: dt.datetime) -> None:
    """Of everybody who hears of something in the same way at once."""
    hearing = defaultdict[object, dict[int, Delivery]](dict)
    for sieve in sieves:
        for item in sieve.items:
            if notice := press.notice(item.notification.entry):
                hearing[alike(notice)][item.notification.person_id] = item
    for way, items in hearing.items():
        item = next(iter(items.values()))
        notice = press.notice(item.notification.entry)
        assert notice is not None  # it was there just now
        found = rhythms_of(item, notice, set(items), now)
        for sieve in sieves:
            if sieve.letter.guardian.pk in found:
                sieve.wishes[way] = found[sieve.letter.guardian.pk]
