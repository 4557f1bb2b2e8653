"""Results of a whole board that come out in one moment: who sees them when, and how soon all are told."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.installation import Installation
from tests.servers import postgresql

STUDENTS = 400  # of one school, each with one guardian
ALL, WITHIN = 70_000, 5  # people, and the seconds in which each of so many has her rows


def results(schools: int, database: str) -> Iterator[Figure]:
    """Seen by the clock, without a job; the rows of the notices as fast as those of any news."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="driehoek-bench-"))
        on_postgresql = database == "postgresql"
        url = (
            stack.enter_context(postgresql.cluster()) if on_postgresql else f"sqlite:///{folder}/out.sqlite3"
        )
        at = Installation(Path(folder), url)
        said = json.loads(at.run("-m", "tests.bench.inside", "coming_out", str(schools), str(STUDENTS)))
    everybody = schools * STUDENTS
    missed = said["before"] + said["looking"] - said["then"]
    yield Figure(name="results.seen_too_soon_or_not", value=missed, unit="students", limit=0)
    for who in ("students", "guardians"):
        people, seconds = said[who]
        yield Figure(name=f"results.{who}", value=people, unit="people", limit=everybody, at_least=True)
        most = WITHIN * max(1, 2 * (not on_postgresql)) * everybody / ALL
        yield Figure(name=f"results.{who}_told", value=seconds, unit="s", limit=round(most, 3))
