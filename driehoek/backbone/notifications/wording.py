"""What a notice says, in the words of readers of one language: texts of people may have been translated."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.letter import Words, as_subheading
from driehoek.backbone.notifications.notices import Framed, Notice, Part, Spoken, Titled
from driehoek.backbone.translation.reading import Shown, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.text import plain_text

ORIGIN = _("Dit is vertaald. Lees het origineel.")
PARAGRAPH = re.compile(r"\n\s*\n")


class Told:
    """Texts of people for one language. Everything is looked up at once."""

    def __init__(self, shown: dict[Text, Shown], *, is_translated: bool) -> None:
        self.shown, self.is_translated = shown, is_translated

    def line(self, words: Words | Text) -> Words:
        """On one line."""
        return plain_text(self.shown[words].words) if isinstance(words, Text) else words

    def paragraphs(self, part: Part) -> Iterator[Words]:
        """A text of several paragraphs comes as several."""
        if isinstance(part, Framed):
            yield format_lazy(part.frame, text=self.line(part.text))  # type: ignore[arg-type]  # private to Django
        elif isinstance(part, Titled):
            yield as_subheading(self.line(part.text))
        elif isinstance(part, Text):
            yield from (plain_text(one) for one in PARAGRAPH.split(self.shown[part].words) if one.strip())
        elif isinstance(part, Spoken):
            yield part.words
        else:
            yield part


def told_in(language: str, texts: Sequence[Text], now: dt.datetime) -> Told:
    (told,) = read_in(language, [{str(number): text for number, text in enumerate(texts)}], now=now)
    shown = {one.original: one for one in told.values()}
    return Told(shown, is_translated=told.is_translated)


class Wording:
    """One notice, and what can be answered to it, for one language."""

    def __init__(self, notice: Notice, language: str, now: dt.datetime, *, more: Sequence[Text] = ()) -> None:
        self.notice = notice
        self.told = told_in(language, [*notice.texts, *more], now)

    @property
    def headline(self) -> Words:
        return self.told.line(self.notice.headline)

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        return self._told(self.notice.paragraphs)

    @property
    def private(self) -> tuple[Words, ...]:
        return self._told(self.notice.private)

    def _told(self, parts: Sequence[Part]) -> tuple[Words, ...]:
        return tuple(words for part in parts for words in self.told.paragraphs(part))

    @property
    def origin(self) -> Words:
        return ORIGIN if self.told.is_translated else ""
