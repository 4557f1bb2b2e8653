"""A whole mark book from a OneRoster server: how long, how much memory, what a kill in the middle costs."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demo.running import ROOT
from tests.bench.figures import Figure
from tests.bench.installation import Installation
from tests.bench.marking import key
from tests.servers import postgresql
from tests.servers.oneroster import MarkBook, keeping_marks

STUDENTS = 400  # of one school; a hundred of them are 40,000
EACH = 50  # results of one student: two million of 40,000
WORK = 200  # pieces of work
MEMORY = 500  # MB
MARKING = "tests.bench.marking"
PER_SECOND = 200  # results, at the least: two million in a night


@dataclass
class EndlessBook(MarkBook):
    """Makes its rows when they are asked for: two million would not fit beside what is measured."""

    students: int = 0

    def page(self, kind: str, asked: dict[str, str]) -> list[Any]:
        counts = {"lineItems": WORK, "results": self.students * EACH, "classes": 1, "categories": 1}
        start = int(asked.get("offset", 0))
        end = min(start + int(asked.get("limit", 100)), counts[kind])
        return [self._row(kind, number) for number in range(start, end)]

    def _row(self, kind: str, number: int) -> dict[str, Any]:
        day = f"2026-10-{1 + number * 28 // max(self.students * EACH, 1) % 28:02}"
        row: dict[str, Any] = {"sourcedId": f"{kind}-{number}", "dateLastModified": f"{day}T12:00:00Z"}
        if kind == "lineItems":
            return row | {"title": f"Toets {number}", "class": {"sourcedId": "classes-0"}}
        if kind == "results":
            links = {
                "student": {"sourcedId": key(number % self.students)},
                "lineItem": {"sourcedId": f"lineItems-{number % WORK}"},
            }
            return row | links | {"score": 1 + number % 9, "scoreDate": day, "comment": "Goed gewerkt."}
        return row | {"title": "Wiskunde"}


def gradebook(schools: int, database: str) -> Iterator[Figure]:
    """Fetched by a worker that is killed once; then once more, with nothing new."""
    students = schools * STUDENTS
    total = students * EACH
    with keeping_marks(EndlessBook(students=students)) as book, empty(database, book) as at:
        at.run("-m", "tests.bench.marking", "found", str(students), book.place)
        began = time.monotonic()
        peaks = [killed_after(at, book, pages=total // 3000), fetched(at)]
        seconds = time.monotonic() - began
        there = int(at.run("-m", "tests.bench.marking", "count"))
        again = time.monotonic()
        peaks.append(fetched(at))
        name = f"gradebook.{total}"
        yield Figure(name=f"{name}.lost_or_doubled", value=abs(there - total), unit="", limit=0)
        yield Figure(name=f"{name}.memory", value=max(peaks), unit="MB", limit=MEMORY)
        yield Figure(name=f"{name}.time", value=seconds, unit="s", limit=max(30, total / PER_SECOND))
        yield Figure(name=f"{name}.again.time", value=time.monotonic() - again, unit="s", limit=seconds)


@contextmanager
def empty(database: str, book: MarkBook) -> Iterator[Installation]:
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as name:
        places = {
            "DRIEHOEK_ONEROSTER_PLACES": book.place,
            "DJANGO_SETTINGS_MODULE": "driehoek.config.settings",
        }
        if database == "sqlite":
            yield migrated(Installation(Path(name), f"sqlite:///{name}/marks.sqlite3", places))
        else:
            with postgresql.cluster() as url:
                yield migrated(Installation(Path(name), url, places))


def migrated(at: Installation) -> Installation:
    at.run("manage.py", "migrate", "--verbosity", "0")
    return at


def killed_after(at: Installation, book: MarkBook, pages: int, program: str = MARKING) -> float:
    """Gone in the middle of a page, as by a power cut."""
    book.asked.clear()
    process = worker(at, program, "fetch")
    while len(book.asked) < pages and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    return ended(process, may_fail=True)


def fetched(at: Installation) -> float:
    return ended(worker(at, MARKING, "fetch", "later"))


def worker(at: Installation, program: str, *how: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", program, *how]
    return subprocess.Popen(command, env=at.environment(), cwd=ROOT)


def ended(process: "subprocess.Popen[bytes]", *, may_fail: bool = False) -> float:
    """How much memory it had at most, in MB."""
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not may_fail:
        raise RuntimeError(f"the worker ended with {process.returncode}")
    return used.ru_maxrss / 1024
