"""The list of conversations and a conversation beside the floor page F, a long one beside a short one."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from tests.bench.boards import Board, board
from tests.bench.figures import Figure
from tests.bench.installation import FLOOR, THE_FLOOR
from tests.bench.pages import ROUNDS, SECONDS, WARM_UP, Target
from tests.bench.readers import alone

INBOX = "/berichten/"


def talks(schools: int, database: str) -> Iterator[Figure]:
    """Time as ratios, queries, and the milliseconds in which an answer is written down."""
    with board(1, database) as measured:
        made = json.loads(measured.at.run("-m", "tests.bench.inside", "chatting", measured.people))
        paths = {"inbox": INBOX, "short": f"{INBOX}{made['short']}/", "long": f"{INBOX}{made['long']}/"}
        rounds = measure(measured, paths)
        for name in ("inbox", "short"):
            value = median(one[name] / one["floor"] for one in rounds)
            yield Figure(name=f"talk.{name}.time", value=value, unit="F")
        value = median(one["long"] / one["short"] for one in rounds)
        yield Figure(name="talk.long.time", value=value, unit="x of 20 messages", limit=1.5)
        for name, path in paths.items():
            asked = measured.queries(path)
            yield Figure(name=f"talk.{name}.queries", value=asked, unit="queries", limit=12)
        yield Figure(name="talk.answer", value=made["answer"], unit="ms", limit=50)


def measure(measured: Board, paths: dict[str, str]) -> list[dict[str, float]]:
    """The median seconds of each page, once a round, so that a slow minute hits all of them alike."""
    with ExitStack() as servers:
        floor = servers.enter_context(measured.at.serve(THE_FLOOR, **FLOOR))
        ours = servers.enter_context(measured.at.serve())
        mine, theirs = measured.sessions()[:1], measured.sessions(**FLOOR)[:1]
        targets = {"floor": Target(*floor, "/", theirs)}
        targets |= {name: Target(*ours, path, mine) for name, path in paths.items()}
        for target in targets.values():
            alone(target.port, target.path, target.sessions, seconds=WARM_UP)
        return [{name: taken(target) for name, target in targets.items()} for _ in range(ROUNDS)]


def taken(target: Target) -> float:
    return median(alone(target.port, target.path, target.sessions, seconds=SECONDS))
