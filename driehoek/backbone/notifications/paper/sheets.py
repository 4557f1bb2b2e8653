"""What stands on a letter, and what its code opens: laid out like her digest, in her language.

It passes through the hands of her child and of whoever prints. So of what is about one child, or was said to
her alone, only that line stands on it which may show on a locked screen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import translation
from django.utils.translation import gettext as _

from driehoek.backbone.notifications.answering import Slip
from driehoek.backbone.notifications.digests.sheet import MOST_ASKED, Ask, Desk, Item, Kept
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.notifications.models import Notification, PaperLetter
from driehoek.backbone.notifications.notices import HEADLINE, Notice
from driehoek.backbone.notifications.paper.sifting import PaperSieve
from driehoek.backbone.notifications.texts import can_be_texted
from driehoek.backbone.translation.texts import Text

LINES = 7  # what fits on one A4, however long


@dataclass(frozen=True)
class Box:
    """One thing to tick, in her language and in Dutch: a colleague must be able to read it."""

    key: str
    label: str
    dutch: str


@dataclass(frozen=True)
class Strip:
    """A question that she answers by ticking, and gives back."""

    told: Notification
    slip: Slip
    question: str
    dutch: str
    boxes: list[Box]


@dataclass(frozen=True)
class Reading:
    """One piece of news in full, behind the code."""

    title: str
    paragraphs: list[str]


class PaperDesk(Desk):
    """Lays out for paper: no link, and nothing private."""

    def asks(self, ordered: list[Kept]) -> list[Ask]:
        return super().asks([one for one in ordered if not is_private(one.piece.notice)])

    def items(self, ordered: list[Kept]) -> list[Item]:
        return [item for section in self.sections(ordered) for kind in section.kinds for item in kind.items]

    def readings(self, ordered: list[Kept]) -> Iterator[Reading]:
        for one in ordered:
            parts = () if is_private(one.piece.notice) else one.piece.notice.paragraphs
            words = [str(line) for part in parts for line in self.told.paragraphs(part)]
            yield Reading(self._title(one), words)

    def _item(self, one: Kept) -> Item:
        return replace(super()._item(replace(one, slip=None)), path="")

    def _title(self, one: Kept) -> str:
        if not is_private(one.piece.notice):
            return super()._title(one)
        subject = str(one.piece.notice.subject).replace(HEADLINE, "").strip(" :")
        return subject or _("Er is een bericht voor je")

    def _line(self, notice: Notice) -> str:
        return "" if is_private(notice) else super()._line(notice)


def is_private(notice: Notice) -> bool:
    return bool(notice.about.student or notice.private)


class PaperSheet:
    """One letter as it is now, in the language of its reader."""

    def __init__(self, letter: PaperLetter, sieve: PaperSieve) -> None:
        self.letter, self.sieve, self.press = letter, sieve, sieve.press
        self.language = known(letter.guardian.language)
        self.kept = sorted(sieve.kept, key=lambda one: one.order)

    def __bool__(self) -> bool:
        return bool(self.kept)

    @property
    def texts(self) -> list[Text]:
        """All that somebody wrote of what stands on it, or is behind its code."""
        return [text for one in self.kept for text in one.texts]

    @cached_property
    def direction(self) -> str:
        return "rtl" if translation.get_language_info(self.language)["bidi"] else "ltr"

    @cached_property
    def is_hidden(self) -> bool:
        """Of a child whose whereabouts are a secret, a letter that is found gives no name and no place."""
        return hasattr(self.letter.student, "protection")

    @cached_property
    def asks(self) -> list[Ask]:
        with translation.override(self.language):
            return self._desk.asks(self.kept)[:MOST_ASKED]

    @cached_property
    def _all(self) -> list[Item]:
        with translation.override(self.language):
            return self._desk.items(self.kept)

    @property
    def items(self) -> list[Item]:
        """As many as fit."""
        taken = sum(1 + (len(strip.boxes) > 3) for strip in self.strips)
        return self._all[: LINES - taken - bool(self.strips)]

    @property
    def more(self) -> int:
        """Those are behind the code."""
        return len(self._all) - len(self.items)

    @cached_property
    def readings(self) -> list[Reading]:
        with translation.override(self.language):
            return list(self._desk.readings(self.kept))

    @cached_property
    def strips(self) -> list[Strip]:
        """What can be answered on paper; at most two, so that it stays one page. Also what she answered
        already: else a copy would tell that she did."""
        asked = [(one.told, one.slip) for one in self.kept if one.slip and can_be_texted(one.slip)]
        return [Strip(told, slip, *self._words(slip)) for told, slip in asked[:2]]

    def _words(self, slip: Slip) -> tuple[str, str, list[Box]]:
        hers, dutch = (self._saying(slip, language) for language in (self.language, "nl"))
        boxes = [Box(answer.key, hers(answer.label), dutch(answer.label)) for answer in slip.answers]
        return hers(slip.question), dutch(slip.question), boxes

    def _saying(self, slip: Slip, language: str) -> Callable[[Words | Text], str]:
        told = self.press.told(language, slip.texts)

        def say(words: Words | Text) -> str:
            with translation.override(language):
                return str(told.line(words))

        return say

    @cached_property
    def _desk(self) -> PaperDesk:
        return PaperDesk(self.press.told(self.language, self.texts), self.sieve.reader)
