"""Sentences of ours that a colleague chooses in one tap: home reads them in its own language, always."""

import tomllib
from functools import cache
from pathlib import Path

BANK = Path(__file__).parent.with_name("sentences.toml")
WRITTEN_IN = "nl"
NAME = "{name}"


def compliments() -> list[str]:
    """Those about a child, whose name comes in the place of {name}."""
    return [words for words in _bank() if NAME in words]


def ours_in_other_languages(words: str, name: str = "") -> dict[str, str]:
    """By language: what we say for exactly these words; nothing when somebody wrote them herself."""
    said = _bank().get(words) or (_bank().get(words.replace(name, NAME)) if name else None)
    return {language: other.replace(NAME, name) for language, other in (said or {}).items()}


@cache
def _bank() -> dict[str, dict[str, str]]:
    listed = tomllib.loads(BANK.read_text(encoding="utf-8"))["sentence"]
    return {row[WRITTEN_IN]: {key: said for key, said in row.items() if key != WRITTEN_IN} for row in listed}
