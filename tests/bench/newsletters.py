"""A newsletter for the families of one school: how long the worker is busy with a letter for each of them."""

import json
from collections.abc import Iterator

from tests.bench.boards import board
from tests.bench.figures import Figure

SECONDS = 3.0  # of processor time, in the background; the letters go out while the next are written


def newsletters(schools: int, database: str) -> Iterator[Figure]:
    """One school of the board, whatever the size of the board."""
    with board(schools, database) as measured:
        told = json.loads(measured.at.run("-m", "tests.bench.inside", "lettering"))
    name = f"newsletter.{told['readers']}"
    yield Figure(name=f"{name}.written", value=told["cpu"], unit="s", limit=SECONDS)
    yield Figure(name=f"{name}.queries", value=told["queries"], unit="a reader")
