"""Vandaag and the post page beside the floor page F, in the same minutes on the same computer."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from tests.bench.boards import Board, board
from tests.bench.figures import Figure
from tests.bench.installation import FLOOR, THE_FLOOR
from tests.bench.processes import cpu
from tests.bench.readers import alone, together

ROUNDS = 5
WARM_UP = 1.5  # seconds
SECONDS = 2.5  # of each window; a round has two windows for each page


@dataclass
class Target:
    """A page of a server, and the sessions of those who read it."""

    port: int
    pid: int
    path: str
    sessions: list[str]


@dataclass
class Taken:
    """What one page cost in one round."""

    time: float  # seconds, the median of one reader alone
    cpu: float  # seconds of web server and database for each page
    rate: float  # pages a second with eight readers at once


def pages(schools: int, database: str) -> Iterator[Figure]:
    """Time, CPU and throughput as ratios to F: the median of the rounds. And the queries."""
    with board(1, database) as measured:
        rounds = measure(measured)
        yield from against_floor(rounds)
        yield from queries(measured)


def queries(measured: Board) -> Iterator[Figure]:
    for name, path in (("today", "/"), ("post", measured.post), ("child", "/kind/{child}/")):
        yield Figure(name=f"{name}.queries", value=measured.queries(path), unit="queries", limit=12)


def against_floor(rounds: list[dict[str, Taken]]) -> Iterator[Figure]:
    for page in ("today", "post"):
        times, cpus, rates = ratios(rounds, page)
        yield Figure(name=f"{page}.time", value=median(times), unit="F", limit=2.0)
        yield Figure(name=f"{page}.cpu", value=median(cpus), unit="F", limit=2.0)
        yield Figure(name=f"{page}.rate", value=median(rates), unit="F", limit=0.5, at_least=True)
    yield Figure(name="floor.time", value=median(one["floor"].time for one in rounds) * 1000, unit="ms")
    yield Figure(name="floor.cpu", value=median(one["floor"].cpu for one in rounds) * 1000, unit="ms")


def ratios(rounds: list[dict[str, Taken]], page: str) -> tuple[list[float], list[float], list[float]]:
    """Time, CPU and rate of each round, divided by those of F in that round."""
    pairs = [(one[page], one["floor"]) for one in rounds]
    return (
        [mine.time / floor.time for mine, floor in pairs],
        [mine.cpu / floor.cpu for mine, floor in pairs],
        [mine.rate / floor.rate for mine, floor in pairs],
    )


def measure(measured: Board, rounds: int = ROUNDS) -> list[dict[str, Taken]]:
    """Each page once a round, so that a slow minute hits all of them alike."""
    with ExitStack() as servers:
        floor = servers.enter_context(measured.at.serve(THE_FLOOR, **FLOOR))
        ours = servers.enter_context(measured.at.serve())
        mine, theirs = measured.sessions(), measured.sessions(**FLOOR)
        targets = {
            "floor": Target(*floor, "/", theirs),
            "today": Target(*ours, "/", mine),
            "post": Target(*ours, measured.post, mine),
        }
        for target in targets.values():
            alone(target.port, target.path, target.sessions, seconds=WARM_UP)
        others = measured.at.database_pids
        return [{name: taken(target, others) for name, target in targets.items()} for _ in range(rounds)]


def taken(target: Target, others: list[int]) -> Taken:
    """One window alone, one together; `others` are processes that work for the web server."""
    pids = [target.pid, *others]
    before = cpu(pids)
    times = alone(target.port, target.path, target.sessions, seconds=SECONDS)
    used = cpu(pids) - before
    rate = together(target.port, target.path, target.sessions, seconds=SECONDS)
    return Taken(median(times), used / len(times), rate)
