"""How soon a voice note can be played, how soon a film, and whether other work goes on meanwhile."""

import json
from collections.abc import Iterator

from tests.bench.boards import board
from tests.bench.figures import Figure

LIMITS = {"voice": 5.0, "film": 60.0, "other_job": 5.0}  # seconds, all on one core


def media(schools: int, database: str) -> Iterator[Figure]:
    """A voice of 30 seconds by espeak-ng, and a film of 60 seconds as a telephone makes it."""
    with board(1, database) as measured:
        took = json.loads(measured.at.run("-m", "tests.bench.inside", "recording", measured.people))
        for name, limit in LIMITS.items():
            yield Figure(name=f"media.{name}", value=took[name], unit="s", limit=limit)
