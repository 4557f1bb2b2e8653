"""Words that do something when a parent texts them: a package declares, in its by_text.py.

    @texted("ziek", "ill", "hasta")
    def ill(viewer: Viewer, rest: str, key: UUID) -> Words:
        ...

The function gets what stands behind the word, and a key that is the same when the gateway brings the text
again. What it gives is texted back. One text, one sender: a number of two people does nothing here.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Literal
from uuid import UUID

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.letter import Words

Declared = Callable[[Viewer, str, UUID], Words]
WORDS: dict[str, Declared] = {}

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
STRETCH = "\u0640"  # makes an Arabic word longer, and says nothing
STOP = {"stop", "stopp", "dur", "قف", "стоп"}
GO_ON = {"start", "aan"}
YES = {"ja", "yes", "evet", "نعم", "tak", "так"}
NO = {"nee", "no", "hayir", "hayır", "لا", "nie", "ні"}


def texted(*words: str) -> Callable[[Declared], Declared]:
    """Declare what happens at these words, in whatever language. A word has one meaning."""

    def declare(function: Declared) -> Declared:
        for word in words:
            if word in WORDS or word in STOP | GO_ON | YES | NO:
                raise ValueError(f"{word} means something already")
            WORDS[word] = function
        return function

    return declare


def words_in(text: str) -> list[str]:
    """In small letters and our own digits, without what stands around or over them: "HAYIR!", "نعم،"."""
    return WORD.findall("".join(map(_plain, unicodedata.normalize("NFC", text.casefold()))))


def _plain(sign: str) -> str:
    """Nothing of a dot that İ leaves behind, of a vowel over a letter, or of what only turns the writing."""
    if unicodedata.category(sign) in ("Mn", "Cf") or sign == STRETCH:
        return ""
    return str(unicodedata.decimal(sign, sign))


def meaning_of(label: str) -> Literal["yes", "no", ""]:
    """Of an answer in somebody's own words: "Ja, mag mee" is a yes."""
    first = next(iter(words_in(label)), "").partition("-")[0]
    return "yes" if first in YES else "no" if first in NO else ""
