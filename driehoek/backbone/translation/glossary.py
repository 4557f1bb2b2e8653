"""The words of a school: those of the built-in list, and its own, which come first."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from driehoek.backbone.translation.models import Term

BANK = Path(__file__).with_name("school_words.toml")


@dataclass(frozen=True)
class SchoolWord:
    """A word that school understands and home perhaps does not."""

    word: str
    plain: str = ""
    stays: bool = False
    said: dict[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """What to say instead; the word itself when it stays; nothing when we leave it to the machine."""
        return self.word if self.stays else self.said.get(language, "")


class Glossary:
    def __init__(self, own: Iterable[SchoolWord]) -> None:
        self.words = {word.word.lower(): word for word in built_in()} | {
            word.word.lower(): word for word in own
        }

    def said_in(self, language: str) -> dict[str, str]:
        """For the machine: by word, what belongs there."""
        said = {word.word: word.in_language(language) for word in self.words.values()}
        return {word: words for word, words in said.items() if words}

    @property
    def plain(self) -> dict[str, str]:
        """For whoever writes Dutch: by word, the plain one."""
        return {word.word: word.plain for word in self.words.values() if word.plain}


def glossary_of(school: int) -> Glossary:
    rows = Term.objects.filter(school=school)
    return Glossary(SchoolWord(row.word, row.plain, row.stays, row.said) for row in rows)


@cache
def built_in() -> tuple[SchoolWord, ...]:
    listed = tomllib.loads(BANK.read_text(encoding="utf-8"))["word"]
    return tuple(
        SchoolWord(row["word"], row.get("plain", ""), row.get("stays", False), row.get("said", {}))
        for row in listed
    )
