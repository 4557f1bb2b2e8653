"""A text that somebody wrote, and the key under which the memory knows it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from django.conf import settings
from django.utils.translation import override

from driehoek.backbone.translation.languages import language_of
from driehoek.facts.people.models import Person


@dataclass(frozen=True)
class Text:
    """Words, the language they are in, and the school where they were written.

    The school is part of the key: a school's own words decide how a text reads in another language, and what
    a helper of one school wrote is not shown at another. Whoever asks must have the words in hand. What we
    wrote ourselves, such as a compliment to choose, brings our own translations along. What is said in one
    line, or about one child, has its place as well (`within`): there a person may translate with what she
    knows of that family, so her words stay there. A machine knows nothing, and serves every place.
    """

    words: str
    language: str
    school: int
    ours: Mapping[str, str] = field(default_factory=dict, compare=False)  # a sentence that we translated
    within: str = field(default="", compare=False)  # "conversation-7": human words stay in this place

    def __str__(self) -> str:
        return self.words

    @cached_property
    def normal(self) -> str:
        """The same text however it was typed: one form for each letter, one kind of line end."""
        return unicodedata.normalize("NFC", self.words.replace("\r\n", "\n")).strip()

    @cached_property
    def digest(self) -> str:
        return _digest(str(self.school), self.spoken, self.normal)

    @cached_property
    def human_digest(self) -> str:
        """Under which the memory knows what a person made of it."""
        if not self.within:
            return self.digest
        return _digest(str(self.school), self.spoken, self.normal, self.within)

    @property
    def digests(self) -> set[str]:
        return {self.digest, self.human_digest}

    @property
    def spoken(self) -> str:
        """The language without its region."""
        return self.language.partition("-")[0]

    def is_for(self, language: str) -> bool:
        """Whether there is anything to translate for a reader of that language."""
        return self.spoken != language and bool(self.normal)


def _digest(*parts: str) -> str:
    return blake2b("\x00".join(parts).encode(), digest_size=16).hexdigest()


def text_by(person: Person, words: str, school: int, within: str = "") -> Text:
    """What this person wrote: in her own language, unless it is clearly in another."""
    return Text(words, language_of(words, person.language), school, within=within)


def text_by_us(say: Callable[[], str], school: int) -> Text:
    """What the portal says itself at this school; `say` is asked once in each of our languages."""
    ours = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            ours[language] = say()
    return Text(ours[settings.LANGUAGE_CODE], settings.LANGUAGE_CODE, school, ours)
