"""Many letters at once: what is asked for each of their readers goes to the database together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from driehoek.backbone.access.parts import abreast, read
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Reader
from driehoek.backbone.notifications.digests.sifting import alike
from driehoek.backbone.notifications.models import Delivery, PaperLetter
from driehoek.backbone.notifications.paper.sheets import PaperSheet
from driehoek.backbone.notifications.paper.sifting import PaperSieve, in_letters
from driehoek.backbone.notifications.wishes import Way, rhythms_of_each
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import day_of

AT_ONCE = 32  # readers, a class of them: what these may see is one statement for each kind of thing


def sheets_of(letters: Sequence[PaperLetter], now: dt.datetime) -> list[PaperSheet]:
    """Each as it is now, also those on which nothing stands any more."""
    press = DigestPress(now)
    sieves = _filled(letters, press, now)
    press.prepare(item.notification.entry for sieve in sieves for item in sieve.items)
    _ask_wishes(sieves, press, now)
    for start in range(0, len(sieves), AT_ONCE):
        read(abreast(*(sieve.sifting() for sieve in sieves[start : start + AT_ONCE])))
    sheets = [PaperSheet(sieve.letter, sieve) for sieve in sieves]
    _translate(sheets, press)
    return sheets


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
    """Of all of them at once, each about what stands in her letter."""
    hearing = defaultdict[Way, set[int]](set)
    for sieve in sieves:
        for item in sieve.items:
            if notice := press.notice(item.notification.entry):
                hearing[alike(notice)].add(sieve.letter.guardian.pk)
    found = rhythms_of_each(hearing, day_of(now), channel=PAPER)
    for sieve in sieves:
        guardian = sieve.letter.guardian.pk
        sieve.wishes = {way: hers[guardian] for way, hers in found.items() if guardian in hers}


def _translate(sheets: Sequence[PaperSheet], press: DigestPress) -> None:
    """What somebody wrote, once for each language; what is ticked stands there in Dutch too."""
    texts = defaultdict[str, list[Text]](list)
    for sheet in sheets:
        texts[sheet.language] += sheet.texts
        texts["nl"] += [text for one in sheet.kept if one.slip for text in one.slip.texts]
    for language, some in texts.items():
        press.told(language, some)
