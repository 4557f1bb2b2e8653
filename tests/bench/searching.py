"""How long a search takes among everything that all schools ever wrote."""

import json
from collections.abc import Iterator

from tests.bench.boards import board
from tests.bench.figures import Figure

LIMITS = {"sqlite": 300, "postgresql": 150}  # milliseconds, the median


def searching(schools: int, database: str) -> Iterator[Figure]:
    """A guardian, a teacher and a head, in Dutch and in Turkish; a word of every post, and one of none."""
    with board(schools, database) as measured:
        found = json.loads(measured.at.run("-m", "tests.bench.inside", "seeking", measured.people))
        for counted in ("texts", "translations"):
            yield Figure(name=f"search.{counted}", value=found.pop(counted), unit="texts")
        for who, milliseconds in found.items():
            yield Figure(name=f"search.{who}", value=milliseconds, unit="ms", limit=LIMITS[database])
