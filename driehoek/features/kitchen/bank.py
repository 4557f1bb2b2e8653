"""Our own questions for the kitchen table, by age and theme, in every language of the portal."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from driehoek.backbone.translation.reading import How, Shown
from driehoek.backbone.translation.texts import Text
from driehoek.facts.schools.themes import Theme
from driehoek.features.kitchen.bands import Band

FILES = Path(__file__).parent / "bank"
OF_NO_SCHOOL = 0  # ours are the same everywhere


@dataclass(frozen=True)
class Ready:
    """One question of ours. For the smallest it is something to do together."""

    key: str  # "toren": never another one, or what was ticked would be about something else
    band: Band | None  # None: for a whole family, in a holiday
    theme: Theme
    words: Mapping[str, str]

    @property
    def is_to_do(self) -> bool:
        return self.band == Band.TODDLERS

    @property
    def text(self) -> Text:
        source = settings.LANGUAGE_CODE
        return Text(self.words[source], source, OF_NO_SCHOOL, self.words)

    @property
    def shown(self) -> Shown:
        """In the language of the page; it is there, so nobody has to be asked."""
        language = get_language() or settings.LANGUAGE_CODE
        if language in self.words and language != settings.LANGUAGE_CODE:
            return Shown(self.text, self.words[language], language, How.HUMAN)
        return Shown(self.text, self.text.words, settings.LANGUAGE_CODE)


@cache
def of_band(band: Band) -> tuple[Ready, ...]:
    return _read(f"{band.name.lower()}.toml", band)


@cache
def of_theme(band: Band, theme: str) -> tuple[Ready, ...]:
    return tuple(ready for ready in of_band(band) if ready.theme == theme)


@cache
def of_holidays() -> tuple[Ready, ...]:
    return _read("holidays.toml", None)


@cache
def by_key(key: str) -> Ready | None:
    every = [ready for band in Band for ready in of_band(band)]
    return next((ready for ready in every if ready.key == key), None)


@cache
def to_reflect(*, older: bool) -> tuple[Ready, ...]:
    """To look back with: one for each theme."""
    listed = tomllib.loads((FILES / "reflecting.toml").read_text(encoding="utf-8"))["question"]
    return tuple(_ready(one, None) for one in listed if one.pop("older") == older)


def _read(name: str, band: Band | None) -> tuple[Ready, ...]:
    listed = tomllib.loads((FILES / name).read_text(encoding="utf-8"))["question"]
    return tuple(_ready(one, band) for one in listed)


def _ready(one: dict[str, str], band: Band | None) -> Ready:
    return Ready(one.pop("key"), band, Theme(one.pop("theme")), one)
