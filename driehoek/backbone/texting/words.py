"""Words that do something when a parent texts them: a package declares, in its by_text.py.

    @texted("ziek", "ill", "hasta")
    def ill(viewer: Viewer, rest: str, key: UUID) -> Words:
        ...

The function gets what stands behind the word, and a key that is the same when the gateway brings the text
again. What it gives is texted back. One text, one sender: a number of two people does nothing here.
"""

import re
from collections.abc import Callable
from typing import Literal
from uuid import UUID

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.letter import Words

Declared = Callable[[Viewer, str, UUID], Words]
WORDS: dict[str, Declared] = {}

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


def meaning_of(label: str) -> Literal["yes", "no", ""]:
    """Of an answer in somebody's own words: "Ja, mag mee" is a yes."""
    first = next(iter(re.findall(r"\w+", label.casefold())), "")
    return "yes" if first in YES else "no" if first in NO else ""
