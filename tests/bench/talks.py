"""The list of conversations and a conversation beside the floor page F, a long one beside a short one."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from tests.bench.boards import Board, board
from tests.bench.figures import Figure
from tests.bench.installation import FLOOR, THE_FLOOR
from tests.bench.pages import ROUNDS, WARM_UP, Taken, Target, taken
from tests.bench.readers import alone

INBOX = "/berichten/"
Rounds = list[dict[str, Taken]]


def talks(schools: int, database: str) -> Iterator[Figure]:
    """Time and CPU as ratios, queries, and the milliseconds in which an answer is written down."""
    with board(1, database) as measured:
        made = json.loads(measured.at.run("-m", "tests.bench.inside", "chatting", measured.people))
        paths = {"inbox": INBOX, "short": f"{INBOX}{made['short']}/", "long": f"{INBOX}{made['long']}/"}
        rounds = measure(measured, paths)
        for name in ("inbox", "short"):
            yield from beside(rounds, name, "floor", unit="F")
        yield from beside(rounds, "long", "short", unit="x of 20 messages", limit=1.5)
        for name, path in paths.items():
            asked = measured.queries(path)
            yield Figure(name=f"talk.{name}.queries", value=asked, unit="queries", limit=12)
        yield Figure(name="talk.answer", value=made["answer"], unit="ms", limit=50)


def beside(
    rounds: Rounds, name: str, other: str, *, unit: str, limit: float | None = None
) -> Iterator[Figure]:
    """One page divided by another in the same round: the time of one reader alone, and the CPU of a page."""
    for what in ("time", "cpu"):
        ratios = [getattr(one[name], what) / getattr(one[other], what) for one in rounds]
        yield Figure(name=f"talk.{name}.{what}", value=median(ratios), unit=unit, limit=limit)


def measure(measured: Board, paths: dict[str, str]) -> Rounds:
    """Each page once a round, so that a slow minute hits all of them alike."""
    with ExitStack() as servers:
        floor = servers.enter_context(measured.at.serve(THE_FLOOR, **FLOOR))
        ours = servers.enter_context(measured.at.serve())
        mine, theirs = measured.sessions()[:1], measured.sessions(**FLOOR)[:1]
        targets = {"floor": Target(*floor, "/", theirs)}
        targets |= {name: Target(*ours, path, mine) for name, path in paths.items()}
        for target in targets.values():
            alone(target.port, target.path, target.sessions, seconds=WARM_UP)
        others = measured.at.database_pids
        return [{name: taken(target, others) for name, target in targets.items()} for _ in range(ROUNDS)]
