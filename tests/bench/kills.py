"""A hundred kills of web, worker and database on PostgreSQL while news goes out (F01, F02)."""

from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.siege.siege import WORKERS, besieged

KILLS, SEED, PEOPLE = 100, 7, 40


def kills(schools: int, database: str) -> Iterator[Figure]:
    """Nothing lost, nothing twice for who folds by name, at most one raw double a kill and worker."""
    with besieged(SEED, PEOPLE) as siege:
        verdict = siege.run(KILLS)
    yield Figure(name="kills.kills", value=verdict.kills, unit="kills", limit=KILLS, at_least=True)
    yield Figure(name="kills.facts", value=verdict.facts, unit="posts")
    yield Figure(name="kills.lost", value=verdict.lost, unit="messages", limit=0)
    yield Figure(name="kills.visible", value=verdict.visible, unit="doubles", limit=0)
    yield Figure(name="kills.raw", value=verdict.doubles, unit="doubles", limit=KILLS * len(WORKERS))
