"""On PostgreSQL each statement runs again, not each test.

The run on SQLite notes which statements each test asked. On PostgreSQL those tests run that ask each of these
twice over, the quickest first, and besides them whatever commits, and whatever nobody noted down.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from heapq import heapify, heappop, heapreplace
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.db import connection

from tests.asking import commits

TIMES = 2  # so often each statement is asked again, by two tests
LISTS = re.compile(r"%s(?:, %s)+|\(%s\)(?:, \(%s\))*")  # one name or twenty is the same statement
ROWS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "(")  # no savepoints, which have a name each
NOTED, LEFT_OUT = "noted-", "left-out.json"
MINE = os.environ.get("PYTEST_XDIST_WORKER", "alone")


@dataclass
class Noted:
    """What one test asked, in how many seconds."""

    test: str
    seconds: float
    asked: Collection[int]
    commits: bool = False


@lru_cache(None)
def known_as(statement: str) -> int:
    """Two never share a number by chance: then one of them might not be asked again."""
    form = LISTS.sub("%s", LISTS.sub("%s", statement))
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "big")


@dataclass
class Notes:
    """Written by each process of the run on SQLite."""

    folder: Path
    asked: set[int] = field(default_factory=set)

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith(ROWS):
            self.asked.add(known_as(sql))
        return execute(sql, *rest)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.asked.clear()
        began = monotonic()
        with connection.execute_wrapper(self):
            answer = yield
        line = item.nodeid, monotonic() - began, sorted(self.asked), commits(item)
        with (self.folder / f"{NOTED}{MINE}").open("a") as notes:
            notes.write(json.dumps(line) + "\n")
        return answer


def listen(config: pytest.Config, folder: Path) -> None:
    """On SQLite note; on PostgreSQL say, before the workers begin, what they leave out."""
    if connection.vendor == "sqlite":
        config.pluginmanager.register(Notes(folder))
    elif not hasattr(config, "workerinput"):
        settle(folder)


def settle(folder: Path) -> None:
    (folder / LEFT_OUT).write_text(json.dumps(sorted(left_out(read(folder)))))


def read(folder: Path) -> list[Noted]:
    lines = (line for file in folder.glob(f"{NOTED}*") for line in file.read_text().splitlines())
    return [Noted(*json.loads(line)) for line in lines]


def left_out_in(folder: Path) -> set[str]:
    return set(json.loads((folder / LEFT_OUT).read_text()))


def left_out(notes: Collection[Noted], times: int = TIMES) -> set[str]:
    """The tests that ask nothing which the others do not ask so many times, as far as anybody does."""
    waiting = {note.test: note for note in notes if not note.commits}
    wanted = Counter(one for note in notes for one in note.asked)
    left = {one: min(times, often) for one, often in wanted.items()}
    for note in notes:
        if note.commits:
            ask(left, note)
    for test in worth_most_first(waiting, left):
        ask(left, waiting.pop(test))
    return set(waiting)


def ask(left: dict[int, int], note: Noted) -> None:
    for one in note.asked:
        left[one] -= 1


def worth_most_first(waiting: Mapping[str, Noted], left: Mapping[int, int]) -> Iterator[str]:
    """Whichever asks most that is still wanted in a second. It never becomes worth more than it was."""
    heap = [(-worth(note, left), test) for test, note in waiting.items()]
    heapify(heap)
    while heap and heap[0][0]:
        now = -worth(waiting[heap[0][1]], left)
        if now <= heap[0][0]:
            yield heappop(heap)[1]
        else:
            heapreplace(heap, (now, heap[0][1]))


def worth(note: Noted, left: Mapping[int, int]) -> float:
    return sum(left[one] > 0 for one in note.asked) / (note.seconds + 0.02)
