"""What a digest says, in the order in which it is read: to ask at home, then by child, then by kind of news.

The same sheet becomes a mail and a page. It is laid out in the active language.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.answering import Slip
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Piece, Place, Reader
from driehoek.backbone.notifications.digests.supplying import Supplied, laid
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.notices import HEADLINE, Notice, Part, Spoken, Titled
from driehoek.backbone.notifications.one_page import MAILED, page_of
from driehoek.backbone.notifications.slips import path_of
from driehoek.backbone.notifications.wording import Told
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import moment_in_words
from driehoek.base.core.text import excerpt

MOST_ASKED = 3  # more questions a week make families stop asking
ONE_LINE, A_LIST = 120, 280  # characters
SENTENCE_ENDS = (".", "!", "?", "…", ":", "؟", "。")
KINDS = list(Category)


@dataclass(frozen=True)
class Kept:
    """One fact that goes along, and what she can answer at once."""

    told: Notification
    piece: Piece
    place: Place
    slip: Slip | None

    @property
    def texts(self) -> list[Text]:
        return [*self.piece.notice.texts, *(self.slip.texts if self.slip else [])]

    @property
    def order(self) -> tuple[object, ...]:
        entry = self.piece.entry
        return self.place, KINDS.index(self.piece.notice.category), -entry.due_at.timestamp(), -entry.pk


def keep(told: Notification, piece: Piece, reader: Reader, hat: Hat, press: DigestPress) -> Kept:
    """Answering at work needs the second factor: so, the portal."""
    slip = press.slip(piece.entry, reader.viewers[hat]) if hat == "home" else None
    return Kept(told, piece, reader.place(piece.notice.about, hat), slip)


@dataclass(frozen=True)
class Item:
    """One line with a link, and what can be answered."""

    title: str
    line: str
    meta: str
    path: str
    question: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    is_read: bool = False


@dataclass(frozen=True)
class Kind:
    name: str
    items: list[Item]


@dataclass(frozen=True)
class Section:
    """About one child, or a few together; or about one group at work."""

    name: str
    kinds: list[Kind]


@dataclass(frozen=True)
class Ask:
    """A question for the kitchen table: whom to ask, what, and the news it came from, if it did; a title
    without a path leads to the table. The key is that under which a tick is kept."""

    key: str
    children: tuple[int, ...]
    whom: str
    question: str
    title: str = ""
    path: str = ""


@dataclass(frozen=True)
class Sheet:
    asks: list[Ask]
    sections: list[Section]

    def __bool__(self) -> bool:
        return bool(self.sections)


def laid_out(
    kept: Iterable[Kept], told: Told, reader: Reader, *, most_asked: int = MOST_ASKED, is_weekly: bool = True,
    is_mailed: bool = False,
) -> Sheet:  # fmt: skip
    """`told` has every text of it, in the active language. In a mail each piece leads to a page that opens
    without signing in; what is read at work does not."""
    desk = Desk(told, reader, is_supplied=is_weekly, is_mailed=is_mailed)
    ordered = sorted(kept, key=lambda one: one.order)
    return Sheet(desk.asks(ordered)[:most_asked], desk.sections(ordered))


def _asked_at(one: Kept) -> dt.datetime:
    return one.piece.notice.asked_at or one.piece.entry.due_at


class Desk:
    """Lays out for one reader. Once a week the kitchen table is laid in full: for each child a question."""

    def __init__(
        self, told: Told, reader: Reader, *, is_supplied: bool = False, is_mailed: bool = False
    ) -> None:
        self.told, self.reader, self.is_mailed = told, reader, is_mailed
        self.is_supplied = is_supplied and "home" in reader.viewers

    def sections(self, ordered: list[Kept]) -> list[Section]:
        return [
            Section(place.name, list(self._kinds(list(some))))
            for place, some in groupby(ordered, key=lambda one: one.place)
        ]

    def asks(self, ordered: list[Kept]) -> list[Ask]:
        """The newest first; of each group one, so that every child gets a turn."""
        newest = sorted(ordered, key=_asked_at, reverse=True)
        asking = [one for one in newest if one.piece.notice.ask and not one.place.at_work]
        first = {one.piece.notice.about: one for one in reversed(asking)}
        found = [one for one in asking if first[one.piece.notice.about] is one]
        if not self.is_supplied:
            return [self._ask(one) for one in found]
        notices = [one.piece.notice for one in found]
        asked = [(notice.ask_key, self.reader.children(notice.about, "home")) for notice in notices]
        lying = laid(self.reader.viewers["home"], asked)
        return [self._supplied(one) if isinstance(one, Supplied) else self._ask(found[one]) for one in lying]

    def _supplied(self, one: Supplied) -> Ask:
        name = {"name": self.reader.names(one.children)}
        whom = _("Samen met %(name)s") % name if one.is_together else _("Vraag eens aan %(name)s") % name
        return Ask(one.key, one.children, whom, one.question, one.title)

    def _ask(self, one: Kept) -> Ask:
        notice = one.piece.notice
        assert notice.ask is not None
        children = self.reader.children(notice.about, "home")
        name = self.reader.names(children)
        whom = _("Vraag eens aan %(name)s") % {"name": name} if children else _("Vraag eens thuis")
        question = str(self.told.line(notice.ask))
        return Ask(notice.ask_key, children, whom, question, self._title(one), self._path(one))

    def _kinds(self, some: list[Kept]) -> Iterator[Kind]:
        for category, few in groupby(some, key=lambda one: one.piece.notice.category):
            yield Kind(str(category.label), list(self._folded(list(few))))

    def _folded(self, few: list[Kept]) -> Iterator[Item]:
        """What happened several times on one page is one line, at the place of the newest."""
        pages = dict[str, list[Kept]]()
        for one in few:
            alone = one.piece.notice.several is None or one.slip is not None
            pages.setdefault(f"#{one.told.pk}" if alone else one.piece.notice.page, []).append(one)
        for newest, *others in pages.values():
            item = self._item(newest)
            if others and (several := newest.piece.notice.several):
                path = "" if self.is_mailed else newest.piece.notice.several_at
                item = replace(item, title=str(several(len(others) + 1)), path=path or item.path)
            yield item

    def _item(self, one: Kept) -> Item:
        entry, notice, slip = one.piece.entry, one.piece.notice, one.slip
        item = Item(
            title=self._title(one),
            line=self._line(notice),
            meta=self._meta(one, moment_in_words(entry.due_at, now=self.reader.now)),
            path=self._path(one),
            is_read=one.told.read_at is not None,
        )
        if slip is None:
            return item
        boxes = [(self.told.line(answer.label), answer.key) for answer in slip.answers]
        answers = tuple((str(label), f"{path_of(one.told)}?kies={key}") for label, key in boxes)
        return replace(item, question=str(self.told.line(slip.question)), answers=answers)

    def _path(self, one: Kept) -> str:
        is_open = self.is_mailed and not one.place.at_work
        return page_of(one.told, MAILED) if is_open else one.piece.notice.path

    def _title(self, one: Kept) -> str:
        headline = str(self.told.line(one.piece.notice.headline))
        return headline or str(one.piece.notice.subject).replace(HEADLINE, "").strip(" :")

    def _line(self, notice: Notice) -> str:
        """How it begins; of what has no headline, such as a list of titles, all that fits. Of several pieces
        in one their titles."""
        said: list[Part] = [part for part in notice.paragraphs if not isinstance(part, Spoken)]
        said = [part for part in said if isinstance(part, Titled)] or said
        parts = [str(words) for part in said or notice.paragraphs for words in self.told.paragraphs(part)]
        if notice.headline:
            return excerpt("".join(parts[:1]), ONE_LINE)
        ended = [part if part.endswith(SENTENCE_ENDS) else f"{part} ·" for part in parts[:-1]]
        return excerpt(" ".join(ended + parts[-1:]), A_LIST)

    def _meta(self, one: Kept, moment: str) -> str:
        """ "groep 5 · dinsdag": the place only where the heading does not say it."""
        where = self.reader.where(one.piece.notice.about)
        said = [where] if where and where != one.place.name else []
        return " · ".join([*said, moment, *self._spoken(one.piece.notice)])

    def _spoken(self, notice: Notice) -> Iterator[str]:
        """What was spoken beside words; without them the line says it."""
        voices = [part.voice for part in notice.paragraphs if isinstance(part, Spoken)]
        if len(voices) < len(notice.paragraphs):
            yield from (_("%(length)s ingesproken") % {"length": voice.length} for voice in voices)
