"""What a notice says, in the words of readers of one language: texts of people may have been translated."""

import datetime as dt
import re
from collections.abc import Iterator

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Framed, Notice
from driehoek.backbone.translation.reading import Shown, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.text import plain_text

ORIGIN = _("Dit is vertaald. Lees het origineel.")
PARAGRAPH = re.compile(r"\n\s*\n")


class Wording:
    """One notice for one language. Everything is looked up at once."""

    def __init__(self, notice: Notice, language: str, now: dt.datetime) -> None:
        self.notice = notice
        texts = {str(number): text for number, text in enumerate(notice.texts)}
        (told,) = read_in(language, [texts], now=now)
        self.told: dict[Text, Shown] = {shown.original: shown for shown in told.values()}
        self.is_translated = told.is_translated

    @property
    def headline(self) -> Words:
        return self._line(self.notice.headline)

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        return tuple(words for part in self.notice.paragraphs for words in self._paragraphs(part))

    @property
    def origin(self) -> Words:
        return ORIGIN if self.is_translated else ""

    def _paragraphs(self, part: Words | Text | Framed) -> Iterator[Words]:
        """A text of several paragraphs comes as several."""
        if isinstance(part, Framed):
            yield format_lazy(part.frame, text=self._line(part.text))  # type: ignore[arg-type]  # private to Django
        elif isinstance(part, Text):
            yield from (plain_text(one) for one in PARAGRAPH.split(self.told[part].words) if one.strip())
        else:
            yield part

    def _line(self, words: Words | Text) -> Words:
        return plain_text(self.told[words].words) if isinstance(words, Text) else words
