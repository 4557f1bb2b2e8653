"""How easily a text reads: its longest sentence, and LIX, which counts long sentences and long words.

LIX (Björnsson 1968) = words per sentence + percentage of words with more than six letters. Under 40 a text
is easy enough for a parents' letter; the design asks for sentences of at most fifteen words.
"""

import re
from dataclasses import dataclass

from driehoek.base.core.text import plain_text

MOST_WORDS = 15
MOST_LIX = 45
TITLE = 60  # characters
LONG_WORD = 7  # letters
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True)
class ReadingLevel:
    """A verdict and, when a sentence is too long, that sentence."""

    long_sentence: str = ""
    hard_words: bool = False

    @property
    def is_easy(self) -> bool:
        return not self.long_sentence and not self.hard_words


def reading_level(text: str) -> ReadingLevel:
    sentences = [plain_text(part) for part in SENTENCE_END.split(text) if part.strip()]
    words = [WORD.findall(sentence) for sentence in sentences]
    for sentence, spoken in zip(sentences, words, strict=True):
        if len(spoken) > MOST_WORDS:
            return ReadingLevel(long_sentence=sentence)
    return ReadingLevel(hard_words=lix([spoken for spoken in words if spoken]) > MOST_LIX)


def lix(sentences: list[list[str]]) -> float:
    """Zero for a text without words."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words)


def split_title(text: str) -> tuple[str, str]:
    """A short first sentence as a title, without its full stop, and what remains; else no title."""
    first, *rest = SENTENCE_END.split(text.strip(), maxsplit=1)
    if len(first) > TITLE:
        return "", text.strip()
    return plain_text(first).rstrip("."), "".join(rest)
