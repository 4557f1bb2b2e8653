"""The little that we know of each language: its most common words, and how it says no."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any  # a file of lists

BANK = Path(__file__).with_name("languages.toml")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
ENOUGH = 3  # so many common words more than in the expected language, before we doubt it
SCRIPTS = {"ar": re.compile(r"[\u0600-\u06ff]"), "uk": re.compile(r"[\u0400-\u04ff]")}
LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")
FEW = 8  # letters; of less we say nothing


def language_of(words: str, expected: str) -> str:
    """The language these words are clearly in; in doubt the expected one."""
    if written := _by_script(words):
        return written if written != "latin" else _by_words(words, expected)
    return expected


def negates(words: str, language: str) -> bool:
    """Whether it surely says "not", "no" or "never" somewhere."""
    return _has(words, language, "no")


def may_negate(words: str, language: str) -> bool:
    """Also by what can be something else: the Turkish ending of "gelme" is "do not come" or "the coming"."""
    return _has(words, language, "no") or _has(words, language, "perhaps") or language not in bank()


def _has(words: str, language: str, kind: str) -> bool:
    patterns = bank().get(language, {}).get(kind, ())
    return any(re.search(pattern, words, re.IGNORECASE) for pattern in patterns)


def _by_script(words: str) -> str:
    counts = {language: len(script.findall(words)) for language, script in SCRIPTS.items()}
    counts["latin"] = len(LATIN.findall(words))
    most = max(counts, key=lambda name: counts[name])
    return most if sum(counts.values()) >= FEW and counts[most] * 2 > sum(counts.values()) else ""


def _by_words(words: str, expected: str) -> str:
    spoken = [word.lower() for word in WORD.findall(words)]
    scores = {name: sum(word in facts["common"] for word in spoken) for name, facts in bank().items()}
    if expected in SCRIPTS:  # written in another script than it should be
        return max(scores, key=lambda name: scores[name]) if any(scores.values()) else "en"
    likeliest = max(scores, key=lambda name: scores[name])
    return likeliest if scores[likeliest] >= scores.get(expected, 0) + ENOUGH else expected


@cache
def bank() -> dict[str, Any]:
    return tomllib.loads(BANK.read_text(encoding="utf-8"))
