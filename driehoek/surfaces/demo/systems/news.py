"""What the systems say since this morning that Driehoek does not know yet, and when they wrote it."""

import datetime as dt
import tomllib
from typing import Any  # a row as JSON holds it

from driehoek.base.core.clock import at, day_of
from driehoek.surfaces.demo.loading.rosters import in_this_year
from driehoek.surfaces.demo.loading.sources import FILES, Calendar

MORNING = dt.time(6, 40)


def news_of(school: str, kind: str, now: dt.datetime) -> list[dict[str, Any]]:
    text = in_this_year((FILES / "systems.toml").read_text(encoding="utf-8"), Calendar(day_of(now)))
    rows = tomllib.loads(text)[school].get(kind, ())
    return [{"status": "active", **row, "dateLastModified": stamp(this_morning(now))} for row in rows]


def this_morning(now: dt.datetime) -> dt.datetime:
    """The last time that an office began."""
    morning = at(day_of(now), MORNING)
    return morning if morning <= now else at(day_of(now) - dt.timedelta(days=1), MORNING)


def stamp(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.000Z}"
