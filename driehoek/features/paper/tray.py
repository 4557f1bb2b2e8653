"""The letters of one group as whoever works there finds them: to print, to give along, and given."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import segno
from django.conf import settings
from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.answering import SLIPS
from driehoek.backbone.notifications.models import Delivery, PaperLetter
from driehoek.backbone.notifications.paper.codes import code_of
from driehoek.backbone.notifications.paper.envelopes import envelopes
from driehoek.backbone.notifications.paper.sheets import Box, PaperSheet, Strip
from driehoek.backbone.notifications.paper.together import sheets_of
from driehoek.facts.schools.models import Group

SHOWN = dt.timedelta(days=30)  # so long it can be printed again


class Tray:
    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @cached_property
    def waiting(self) -> int:
        """Letters that can be made now."""
        return len(envelopes(self.group, self.viewer))

    @cached_property
    def letters(self) -> list[PaperLetter]:
        since = self.viewer.now - SHOWN
        found = PaperLetter.objects.where(self.viewer, may="hand_out").filter(group=self.group)
        people = ("digest__person", "student__protection", "printed_by", "handed_by")
        letters = found.filter(printed_at__gt=since).select_related(*people).order_by("-printed_at", "pk")
        for letter in letters:
            letter.group = self.group
        return list(letters)

    @property
    def lying(self) -> list[PaperLetter]:
        return [letter for letter in self.letters if letter.is_on_the_desk]

    @property
    def given(self) -> list[PaperLetter]:
        return [letter for letter in self.letters if letter.handed_at]

    @cached_property
    def asking(self) -> set[int]:
        """The keys of the letters on which something can be ticked."""
        by_digest = {letter.digest_id: letter.pk for letter in self.letters}
        items = Delivery.objects.filter(digest__in=by_digest, notification__entry__verb__in=list(SLIPS))
        return {by_digest[digest] for digest in items.values_list("digest", flat=True) if digest}

    def one(self, key: str) -> list[PaperLetter]:
        return [letter for letter in self.letters if str(letter.pk) == key]


@dataclass(frozen=True)
class Copy:
    """One letter as it comes out of the printer."""

    sheet: PaperSheet
    code: str

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{reverse('paper:letter', args=[self.code])}"

    @property
    def qr(self) -> str:
        """The picture as a data address. Error correction M: a fold in the paper may cost some of it."""
        return str(segno.make(self.url, error="m", micro=False).svg_data_uri(border=2, scale=4))

    @property
    def host(self) -> str:
        """Where it is typed by hand."""
        return f"{settings.SITE_URL.partition('//')[2]}{reverse('paper:code_form')}"


def copies_of(letters: Iterable[PaperLetter], now: dt.datetime) -> list[Copy]:
    """Each is asked again for her who reads it; of what may not be shown any more nothing is printed."""
    return [Copy(sheet, code_of(sheet.letter)) for sheet in sheets_of(list(letters), now) if sheet]


def sheet_of(letter: PaperLetter, now: dt.datetime) -> PaperSheet:
    (sheet,) = sheets_of([letter], now)
    return sheet


def chosen(sheet: PaperSheet, posted: str) -> tuple[Strip, Box] | None:
    """What somebody pressed: which question, and which answer to it."""
    told, _dash, key = posted.partition(":")
    for strip in sheet.strips:
        for box in strip.boxes:
            if (str(strip.told.pk), box.key) == (told, key):
                return strip, box
    return None
