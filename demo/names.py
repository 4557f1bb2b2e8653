"""Names that belong together: by family background, with the language spoken at home."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Background:
    """Given names and family names that belong together, and how often a family has them (of 100)."""

    language: str
    share: int
    children: list[str]
    mothers: list[str]
    fathers: list[str]
    families: list[str]


NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
BACKGROUNDS = [Background(**background) for background in NAMES["background"]]
