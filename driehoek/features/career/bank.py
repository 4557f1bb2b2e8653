"""Our assignments for a career, in every language of the portal."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any  # a table of the file

from django.conf import settings
from django.utils.translation import get_language

from driehoek.backbone.translation.texts import Text

FILE = Path(__file__).with_name("bank.toml")
OF_NO_SCHOOL = 0  # ours are the same everywhere


@dataclass(frozen=True)
class InWords:
    """One task in one language: its name, why one does it, and its steps."""

    title: str
    what: str
    steps: tuple[str, ...]

    @property
    def aloud(self) -> str:
        return "\n".join((f"{self.title}.", self.what, *self.steps))


@dataclass(frozen=True)
class Task:
    """One of ours: for which schools it fits, how long it takes, and what to do together in three steps."""

    key: str  # never given to another one, or what was answered would be about something else
    sectors: frozenset[str]
    minutes: int
    by_language: Mapping[str, InWords]

    @property
    def told(self) -> InWords:
        """In the language of the page."""
        return self.by_language.get(get_language() or "", self.by_language[settings.LANGUAGE_CODE])

    @property
    def name(self) -> Text:
        """Its title, for whoever gets a mail in her own language."""
        titles = {language: words.title for language, words in self.by_language.items()}
        source = settings.LANGUAGE_CODE
        return Text(titles[source], source, OF_NO_SCHOOL, titles)


def for_sector(sector: str) -> list[Task]:
    return [task for task in every().values() if sector in task.sectors]


@cache
def every() -> dict[str, Task]:
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["assignment"]
    return {one["key"]: _read(one) for one in listed}


def _read(one: dict[str, Any]) -> Task:
    return Task(one["key"], frozenset(one["sectors"]), one["minutes"], _in_words(one))


def _in_words(one: dict[str, Any]) -> dict[str, InWords]:
    said = {language: one[language] for language, _name in settings.LANGUAGES}
    return {language: InWords(title, what, tuple(steps)) for language, (title, what, *steps) in said.items()}
