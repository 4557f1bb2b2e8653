"""How a reaction can begin, in the words of whoever reacts: one tap instead of a first sentence."""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

BANK = Path(__file__).with_name("openers.toml")
MORE = "…"  # ends the words that wait for more
A_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")


@dataclass(frozen=True)
class Opener:
    """One way to begin, by language."""

    key: str
    places: tuple[str, ...]  # "class", "child", "work"
    said: dict[str, str]

    def shown(self, language: str) -> str:
        return self.said.get(language, self.said["nl"])

    def words(self, language: str) -> str:
        """What comes in the box."""
        return self.shown(language).removesuffix(MORE)

    @property
    def is_enough(self) -> bool:
        return not self.said["nl"].endswith(MORE)


@dataclass(frozen=True)
class Offered:
    """One opener, as it stands on the page."""

    key: str
    shown: str
    words: str
    is_chosen: bool  # without scripts, in a form that came back


def offered_in(place: str, chosen: Collection[str] = ()) -> tuple[Offered, ...]:
    """Those of one place, in the language of the page."""
    language = get_language() or settings.LANGUAGE_CODE
    return tuple(
        Offered(one.key, one.shown(language), one.words(language), one.key in chosen)
        for one in openers()
        if place in one.places
    )


@cache
def openers() -> tuple[Opener, ...]:
    listed = tomllib.loads(BANK.read_text(encoding="utf-8"))["opener"]
    return tuple(Opener(row.pop("key"), tuple(row.pop("for")), row) for row in listed)


def opened(keys: Iterable[str], text: str, language: str) -> str:
    """The text, after the words that were chosen to begin with: what waits for it stands right before it."""
    chosen = sorted((one for one in openers() if one.key in set(keys)), key=lambda one: not one.is_enough)
    return " ".join([*(one.words(language) for one in chosen), text]).strip()


def waits_for_more(text: str) -> bool:
    """Somebody began a sentence of ours, and nothing came after it."""
    begun = {one.words(language) for one in openers() if not one.is_enough for language in one.said}
    return A_SENTENCE.split(text.strip())[-1] in begun


def ours_among(text: str) -> dict[str, str]:
    """By language: what we say for a reaction of whole sentences of ours; nothing for any other."""
    if not text.lstrip().startswith(_beginnings()):  # nearly all that people write
        return {}
    chosen = [_by_words().get(sentence) for sentence in A_SENTENCE.split(text.strip())]
    known = [one for one in chosen if one]
    if not known or len(known) < len(chosen):
        return {}
    return {language: " ".join(one.said[language] for one in known) for language in known[0].said}


@cache
def _by_words() -> dict[str, Opener]:
    return {words: one for one in openers() if one.is_enough for words in one.said.values()}


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_by_words())
