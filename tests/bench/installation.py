"""An installation of its own for a measurement: a folder, a database, servers on free ports."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from demo.running import ROOT, free_port, is_taken, settings_for, web

FLOOR = {"DJANGO_SETTINGS_MODULE": "tests.bench.floor.settings"}
OURS = "driehoek.config.wsgi:application"
THE_FLOOR = "tests.bench.floor.wsgi:application"


@dataclass
class Installation:
    """Where it keeps its things, and which database it uses."""

    folder: Path
    database_url: str
    more: dict[str, str] = field(default_factory=dict)

    def environment(self, port: int = 8000) -> dict[str, str]:
        (self.folder / "static").mkdir(parents=True, exist_ok=True)  # or WhiteNoise complains
        clean = {name: value for name, value in os.environ.items() if not name.startswith("DRIEHOEK_")}
        ours = settings_for(self.folder, port) | {"DRIEHOEK_DATABASE_URL": self.database_url}
        return clean | ours | {"DRIEHOEK_DEMO": "0", "PYTHONPATH": str(ROOT)} | self.more

    def run(self, *arguments: str, **more: str) -> str:
        """Run a Python program of ours to its end; gives what it printed."""
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, env=self.environment() | more, cwd=ROOT, text=True, stdout=subprocess.PIPE
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}")
        return done.stdout

    @contextmanager
    def serve(self, application: str = OURS, **more: str) -> Iterator[tuple[int, int]]:
        """The web server of the demo with this application: its port and its process number."""
        port = free_port()
        command = [*web(port)[:-1], application]
        with started(command, self.environment(port) | more) as process:
            wait_until(lambda: is_taken(port), "the web server does not answer")
            yield port, process.pid

    @property
    def database_pids(self) -> list[int]:
        """The database server, when there is one."""
        if not self.database_url.startswith("postgresql"):
            return []
        folder = Path(unquote(self.database_url.partition("host=")[2]))
        return [int((folder / "data" / "postmaster.pid").read_text().split()[0])]


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> "Iterator[subprocess.Popen[bytes]]":
    process = subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until(happened: Callable[[], bool], complaint: str, *, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > until:
            raise RuntimeError(complaint)
        time.sleep(0.1)
