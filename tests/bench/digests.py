"""Digests for many people: what each costs, all in, and that memory does not grow with their number."""

import json
import os
from collections.abc import Iterator

from tests.bench.boards import board
from tests.bench.figures import Figure

A_SCHOOL = 100  # people of each school; with DRIEHOEK_BENCH_WHOLE=1 all guardians there are
EVERYBODY = 70_000
CPU, MEMORY = 25.0, 300.0  # ms each, MB


def digests(schools: int, database: str) -> Iterator[Figure]:
    """A tenth of them against all of them: 1,000 against 10,000 on the board of 100 schools."""
    many = EVERYBODY if os.environ.get("DRIEHOEK_BENCH_WHOLE") else A_SCHOOL * schools
    for people in (many // 10, many):
        with board(schools, database) as measured:
            told = json.loads(measured.at.run("-m", "tests.bench.inside", "digesting", str(people)))
        name = f"delivery.digest.{told['digests']}"
        yield Figure(name=f"{name}.cpu", value=told["cpu"], unit="ms each", limit=CPU)
        yield Figure(name=f"{name}.memory", value=told["memory"], unit="MB", limit=MEMORY)
