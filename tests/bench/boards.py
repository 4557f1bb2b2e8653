"""Boards ready to be measured on, made once and kept under var/bench."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from demo.running import ROOT
from tests.bench.installation import FLOOR, Installation
from tests.servers import postgresql

KEPT = ROOT / "var" / "bench"


@dataclass
class Board:
    """An installation with a board in it; `people` says who reads, and which post."""

    at: Installation
    people: str

    @property
    def post(self) -> str:
        return f"/bericht/{json.loads(self.people)['post']}/"

    def sessions(self, **more: str) -> list[str]:
        """The readers signed in, as these settings do it."""
        return list(json.loads(self.at.run("-m", "tests.bench.inside", "looking", self.people, **more)))

    def queries(self, path: str) -> int:
        return int(self.at.run("-m", "tests.bench.inside", "counting", self.people, path))


@contextmanager
def board(schools: int, database: str) -> Iterator[Board]:
    """A copy of the board with so many schools, to do with as one likes."""
    kept = KEPT / database / f"{schools}-schools"
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as folder:
        if database == "sqlite":
            yield from on_sqlite(kept, schools, Path(folder))
        else:
            yield from on_postgresql(kept, schools, Path(folder))


def on_sqlite(kept: Path, schools: int, folder: Path) -> Iterator[Board]:
    file = folder / "board.sqlite3"
    at = Installation(folder, f"sqlite:///{file}")
    if not (kept / "people.json").exists():
        people = build(at, schools)
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, kept / file.name)
        (kept / "people.json").write_text(people)  # last: it says that the rest is whole
    else:
        shutil.copy(kept / file.name, file)
        at.run("manage.py", "migrate", "--verbosity", "0")  # tables that came since
    yield Board(at, (kept / "people.json").read_text())


def on_postgresql(kept: Path, schools: int, folder: Path) -> Iterator[Board]:
    tools = postgresql.programs()
    with postgresql.cluster() as url:
        at = Installation(folder, url)
        if not (kept / "people.json").exists():
            people = build(at, schools)
            kept.mkdir(parents=True, exist_ok=True)
            subprocess.run([tools / "pg_dump", "-Fc", "-f", kept / "board.dump", url], check=True)
            (kept / "people.json").write_text(people)
        else:
            subprocess.run([tools / "pg_restore", "-j2", "-d", url, kept / "board.dump"], check=True)
            at.run("manage.py", "migrate", "--verbosity", "0")  # tables that came since
            subprocess.run([tools / "psql", "-q", "-d", url, "-c", "ANALYZE"], check=True)
        yield Board(at, (kept / "people.json").read_text())


def build(at: Installation, schools: int) -> str:
    people = at.run("-m", "tests.bench.inside", "board", str(schools))
    at.run("-m", "tests.bench.inside", "floor.laying", people, **FLOOR)
    return people
