"""The demo's own files: where they lie, and the dates in them moved to the school year we are in."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from driehoek.facts.people.ages import birthday

FILES = Path(__file__).resolve().parents[4] / "demo"
WRITTEN_FOR = 2026  # the files speak of school year 2026-2027
PREFIXES = {"de-vlieger": "dv", "het-kompas": "hk", "vakcollege-delta": "vd", "de-brug": "db"}


@dataclass(frozen=True)
class Calendar:
    """Moves every date in the demo's files by whole school years, so that ages and terms stay true."""

    today: dt.date

    @property
    def years(self) -> int:
        """How many school years after the one the files were written for; a year starts on 1 August."""
        first = self.today.year if self.today.month >= 8 else self.today.year - 1
        return first - WRITTEN_FOR

    def moved(self, day: dt.date) -> dt.date:
        return birthday(day, self.years)

    @property
    def first_day(self) -> dt.date:
        """When the children came back from the summer holiday."""
        return self.moved(dt.date(WRITTEN_FOR, 8, 24))


def read(name: str) -> dict[str, Any]:
    """One of the demo's TOML files."""
    return tomllib.loads((FILES / name).read_text(encoding="utf-8"))


def short(key: str) -> str:
    """The key without what a roster puts before it: "verzorger:hk-naima" is naima."""
    prefix, _dash, rest = key.rpartition(":")[2].partition("-")
    return rest if prefix in PREFIXES.values() else key
