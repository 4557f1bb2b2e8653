"""The demo as bin/demo runs it, in a folder that is thrown away."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.installation import Installation, started

WORK = [sys.executable, "manage.py", "work"]


@dataclass
class Demo:
    """Where it is, and its two processes."""

    address: str
    web: int
    worker: int


@contextmanager
def demo() -> Iterator[Demo]:
    with tempfile.TemporaryDirectory(prefix="driehoek-bench-") as name:
        folder = Path(name)
        at = Installation(folder, f"sqlite:///{folder / 'driehoek.sqlite3'}", {"DRIEHOEK_DEMO": "1"})
        at.run("manage.py", "prepare_demo")
        with at.serve() as (port, web), started(WORK, at.environment(port)) as worker:
            yield Demo(f"http://localhost:{port}", web, worker.pid)
