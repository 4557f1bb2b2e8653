"""How long a roster takes, the first time and when nothing changed, and how much memory."""

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from demo.running import ROOT
from tests.bench import rosters
from tests.bench.figures import Figure
from tests.bench.installation import Installation
from tests.servers import postgresql

ONE, MANY, AGAIN = 10, 300, 60  # seconds: 400 students, 40,000 students, 40,000 unchanged
MEMORY = 500  # MB
BOARD = "Stichting De Meetlat"


@dataclass
class Run:
    """One import from start to end of its process."""

    seconds: float
    peak: float  # MB


def imports(schools: int, database: str) -> Iterator[Figure]:
    """One school; then the whole board, and the same file once more."""
    with empty(1, database) as (at, roster):
        yield Figure(name="import.400.time", value=bring_in(at, roster).seconds, unit="s", limit=ONE)
    with empty(schools, database) as (at, roster):
        students = schools * rosters.STUDENTS
        first = bring_in(at, roster)
        everybody_is_in(at, schools)
        again = bring_in(at, roster)
        share = schools / 100  # the limits are those of a hundred schools
        name = f"import.{students}"
        yield Figure(name=f"{name}.time", value=first.seconds, unit="s", limit=max(ONE, MANY * share))
        yield Figure(name=f"{name}.again.time", value=again.seconds, unit="s", limit=max(ONE, AGAIN * share))
        yield Figure(name=f"{name}.memory", value=max(first.peak, again.peak), unit="MB", limit=MEMORY)


@contextmanager
def empty(schools: int, database: str) -> Iterator[tuple[Installation, Path]]:
    """An installation with schools and nobody in them, and a roster for them."""
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as name:
        folder = Path(name)
        roster = rosters.write(folder / "roster.zip", schools, dt.date.today())
        if database == "sqlite":
            yield founded(folder, f"sqlite:///{folder / 'board.sqlite3'}", schools), roster
        else:
            with postgresql.cluster() as url:
                yield founded(folder, url, schools), roster


def founded(folder: Path, url: str, schools: int) -> Installation:
    at = Installation(folder, url)
    at.run("-m", "tests.bench.inside", "foundation", str(schools))
    return at


def everybody_is_in(at: Installation, schools: int) -> None:
    """A fast import that leaves somebody out is no import."""
    there = int(at.run("-m", "tests.bench.inside", "foundation", str(schools), "count"))
    assert there == schools * rosters.PEOPLE, there


def bring_in(at: Installation, roster: Path) -> Run:
    """As the nightly job does it. Raises RuntimeError when it is not done."""
    command = [sys.executable, "manage.py", "import_roster", str(roster), "--board", BOARD]
    began = time.monotonic()
    process = subprocess.Popen(command, env=at.environment(), cwd=ROOT, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"import_roster ended with {process.returncode}")
    return Run(time.monotonic() - began, used.ru_maxrss / 1024)
