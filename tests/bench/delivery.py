"""Bringing news: told to a whole board on both databases, by mail, to telephones, and all of it when it
snows."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.delivering import mails
from tests.bench.figures import Figure
from tests.bench.installation import Installation
from tests.bench.snow import snow
from tests.servers import postgresql

TOWNS = 100  # of 700 guardians each
FEWER = 10  # on SQLite, where what one receiver costs is compared


def delivery(schools: int, database: str) -> Iterator[Figure]:
    yield from telling()
    yield from mails(database)
    yield from bells()
    yield from snow()


def telling() -> Iterator[Figure]:
    """Rows committed within 5 s for 70,000 people; the databases apart at most twice."""
    with postgresql.cluster() as url:
        big = told(url, TOWNS)
        small = told(url.replace("/postgres?", "/template1?"), FEWER)
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as folder:
        lite = told(f"sqlite:///{folder}/told.sqlite3", FEWER)
    yield Figure(name="delivery.people", value=big["people"], unit="people", limit=70_000, at_least=True)
    yield Figure(name="delivery.fan_out", value=big["seconds"], unit="s", limit=5)
    yield Figure(name="delivery.sqlite", value=lite["each"] / small["each"], unit="x of PostgreSQL", limit=2)


def bells() -> Iterator[Figure]:
    """Sealing and sending at 70 % or more of what the bare libraries reach."""
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as folder:
        at = Installation(Path(folder), f"sqlite:///{folder}/rung.sqlite3")
        rung = json.loads(at.run("-m", "tests.bench.inside", "bells"))
    yield Figure(name="delivery.push", value=rung["share"], unit="of bare", limit=0.7, at_least=True)


def told(url: str, towns: int) -> dict[str, float]:
    """In an empty database: the seconds in which everybody has her rows, and per receiver."""
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as folder:
        said = Installation(Path(folder), url).run("-m", "tests.bench.inside", "crowd", str(towns))
    return dict(json.loads(said))
