"""The dates of the ministry, from our own file; nothing is fetched from anywhere."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any  # a table as it stands in the file

from django.db import models
from django.utils.translation import gettext_lazy as _

FILE = Path(__file__).parent / "dates.toml"


class Region(models.TextChoices):
    NORTH = "noord", _("Noord")
    MIDDLE = "midden", _("Midden")
    SOUTH = "zuid", _("Zuid")


@dataclass(frozen=True)
class Break:
    """One holiday as the ministry names it."""

    name: str
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True)
class MinistryYear:
    """What is known of one school year, by region."""

    name: str
    starts_on: dt.date
    breaks: dict[str, tuple[Break, ...]]
    names: tuple[str, ...]

    def of(self, region: str) -> tuple[Break, ...]:
        return self.breaks[region]

    def lacks(self, region: str) -> list[str]:
        """Holidays of that year whose dates for this region nobody could confirm."""
        known = {one.name for one in self.of(region)}
        return [name for name in self.names if name not in known]


@cache
def years() -> tuple[MinistryYear, ...]:
    """All that the file knows, the oldest first."""
    return tuple(_year(row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["year"])


def years_from(day: dt.date) -> list[MinistryYear]:
    """Those that are not over."""
    return [year for year in years() if year.starts_on + dt.timedelta(days=396) > day]


def _year(row: dict[str, Any]) -> MinistryYear:
    breaks = {
        region: tuple(Break(one["name"], *one[region]) for one in row["holiday"] if region in one)
        for region in Region.values
    }
    return MinistryYear(row["name"], row["starts_on"], breaks, tuple(one["name"] for one in row["holiday"]))
