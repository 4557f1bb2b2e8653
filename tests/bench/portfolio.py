"""How long it takes to pack three hundred pieces of work with their photos, and with how much memory."""

import json
from collections.abc import Iterator

from tests.bench.boards import board
from tests.bench.figures import Figure

LIMITS = {"packed": (60.0, "s"), "memory": (500.0, "MB")}


def portfolio(schools: int, database: str) -> Iterator[Figure]:
    """In the background, on one core; the photos as a telephone takes them."""
    with board(1, database) as measured:
        took = json.loads(measured.at.run("-m", "tests.bench.inside", "packing", measured.people))
        for name, (limit, unit) in LIMITS.items():
            yield Figure(name=f"portfolio.{name}", value=took[name], unit=unit, limit=limit)
