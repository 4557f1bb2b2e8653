"""Vandaag and a post in a language they were not written in, beside the same pages as they were written."""

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from tests.bench.boards import Board, board
from tests.bench.figures import Figure
from tests.bench.pages import ROUNDS, SECONDS, WARM_UP, Target
from tests.bench.readers import alone

LIMIT = (
    1.25  # one look in the memory beside eleven others, and no more than a quarter for putting words in place
)


def translation(schools: int, database: str) -> Iterator[Figure]:
    """Two readers of the same news; everything the second one reads was translated."""
    with board(1, database) as measured:
        texts = measured.at.run("-m", "tests.bench.inside", "remembering", measured.people)
        yield Figure(name="translation.texts", value=float(texts), unit="texts")
        for name, path in {"today": "/", "post": measured.post}.items():
            rounds = measure(measured, path)
            value = median(one["translated"] / one["written"] for one in rounds)
            yield Figure(name=f"translation.{name}.time", value=value, unit="x of untranslated", limit=LIMIT)


def measure(measured: Board, path: str) -> list[dict[str, float]]:
    """The median seconds for both, in turn, so that a slow minute hits both."""
    with ExitStack() as servers:
        ours = servers.enter_context(measured.at.serve())
        written, translated = ([session] for session in measured.sessions()[:2])
        targets = {"written": Target(*ours, path, written), "translated": Target(*ours, path, translated)}
        for target in targets.values():
            alone(target.port, target.path, target.sessions, seconds=WARM_UP)
        return [{name: taken(target) for name, target in targets.items()} for _ in range(ROUNDS)]


def taken(target: Target) -> float:
    return median(alone(target.port, target.path, target.sessions, seconds=SECONDS))
