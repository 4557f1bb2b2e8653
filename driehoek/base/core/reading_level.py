"""How easily a Dutch text reads: its level, its longest sentence, and its hard words with plain ones.

LIX (Björnsson 1968) = words per sentence + percentage of words with more than six letters. Under 45 a text is
easy enough for a parents' letter; the design asks for sentences of at most fifteen words.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from Stemmer import Stemmer

from driehoek.base.core.text import plain_text

MOST_WORDS = 15
MOST_LIX, HARD_LIX = 45, 60
LONG_WORD = 7  # letters
VERY_LONG = 14
SHOWN = 3  # words at a time; whoever mends those sees the next
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
BANK = Path(__file__).with_name("hard_words.toml")
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class HardWord:
    """As it stands in the text, and what to say instead; empty when we do not know."""

    word: str
    plain: str = ""


@dataclass(frozen=True)
class ReadingLevel:
    """A verdict and what makes it: one sentence that is too long, and words that few people use at home."""

    level: str = "B1"
    long_sentence: str = ""
    hard_words: tuple[HardWord, ...] = ()

    @property
    def is_easy(self) -> bool:
        return not self.long_sentence and not self.hard_words


def reading_level(text: str, plain: Mapping[str, str] = NOTHING) -> ReadingLevel:
    """`plain` gives plain words of the school's own, which come before ours."""
    sentences = [plain_text(part) for part in SENTENCE_END.split(text) if part.strip()]
    words = [WORD.findall(sentence) for sentence in sentences]
    too_long = next((said for said, spoken in zip(sentences, words, strict=True) if is_long(spoken)), "")
    score = lix([spoken for spoken in words if spoken])
    hard = hard_words(" ".join(sentences), plain)
    if score > MOST_LIX and not hard:
        hard = longest_words(words)
    return ReadingLevel(_level(score, bool(too_long or hard)), too_long, tuple(hard[:SHOWN]))


def is_long(spoken: list[str]) -> bool:
    return len(spoken) > MOST_WORDS


def _level(score: float, has_obstacles: bool) -> str:
    if score > HARD_LIX:
        return "C1"
    return "B2" if score > MOST_LIX or has_obstacles else "B1"


def lix(sentences: list[list[str]]) -> float:
    """Zero for a text without words."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words)


def hard_words(text: str, plain: Mapping[str, str] = NOTHING) -> list[HardWord]:
    """Each once, in any form: "participeert" is "participeren"."""
    own = {_stem(word): said for word, said in plain.items() if said and " " not in word}
    found: dict[str, HardWord] = {}
    ours = {word: said for word, said in plain.items() if said and " " in word}
    for phrase, said in (phrases() | ours).items():
        if match := re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE):
            found[phrase] = HardWord(match[0], said)
    for word in WORD.findall(text):
        for stem in _stems(word):
            if plainer := own.get(stem) or bank().get(stem):
                found.setdefault(stem, HardWord(word, plainer))
    return list(found.values())


def longest_words(sentences: list[list[str]]) -> list[HardWord]:
    """Of a text that is hard for no other reason."""
    words = {word.lower(): word for sentence in sentences for word in sentence if len(word) >= VERY_LONG}
    return [HardWord(word) for word in sorted(words.values(), key=len, reverse=True)]


@cache
def bank() -> dict[str, str]:
    """Our own list of words that keep people out, by stem."""
    return {_stem(word): said for word, said in _read()["word"].items()}


@cache
def phrases() -> dict[str, str]:
    return _read()["phrase"]


def _read() -> dict[str, dict[str, str]]:
    return tomllib.loads(BANK.read_text(encoding="utf-8"))


def _stems(word: str) -> set[str]:
    """Also of "zij participeert", which the stemmer leaves as it is."""
    stem = _stem(word)
    return {stem, _stem(stem[:-1])} if stem[-1:] in ("t", "d") else {stem}


def _stem(word: str) -> str:
    return Stemmer("dutch").stemWord(word.lower())
