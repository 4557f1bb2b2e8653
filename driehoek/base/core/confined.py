"""Programs that read what anyone sent: run as a child with little memory, time and room.

The child dies with us, so that a killed worker leaves nothing running.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

LAUNCHER = Path(__file__).with_name("confining.py")
BEAT = 10.0  # seconds between two signs of life of whoever waits for a long one
PATH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True)
class Limits:
    """What one child may take."""

    memory: int  # bytes of address space
    seconds: int  # of processor time
    file: int  # bytes of one file that it writes
    patience: int  # seconds on the clock
    nice: int = 0


class Stopped(Exception):
    """It took more than it may."""


class TookTooLong(Stopped):
    """It took longer than we wait: this computer had no time for it."""


class Failed(Exception):
    """It gave up on what it was handed. What it said is kept nowhere: it may hold a name."""


def program(name: str) -> str | None:
    """Where a program of the system is; None when this computer has none. One that is installed while we
    run is found after the next start: pages ask this all day."""
    return _found(name, PATH + os.pathsep + os.environ.get("PATH", ""))


@cache
def _found(name: str, path: str) -> str | None:
    return shutil.which(name, path=path)


def run(
    command: Sequence[str], limits: Limits, *, said: bytes = b"", beat: Callable[[], None] = lambda: None
) -> bytes:
    """What it wrote to standard output. `said` is what it reads; `beat` is called while we wait for it."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", str(LAUNCHER), json.dumps(asdict(limits)), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": PATH, "MALLOC_ARENA_MAX": "1"},
    )
    try:
        answer = _wait(child, limits, said, beat)
    finally:
        child.kill()
        child.wait()
    if child.returncode < 0 or child.returncode > 128:
        raise Stopped
    if child.returncode:
        raise Failed
    return answer


def _wait(child: "subprocess.Popen[bytes]", limits: Limits, said: bytes, beat: Callable[[], None]) -> bytes:
    waited, given = 0.0, said
    while waited < limits.patience:
        patience = min(BEAT, limits.patience - waited)
        try:
            return child.communicate(given, timeout=patience)[0]
        except subprocess.TimeoutExpired:
            waited += patience
            beat()
    raise TookTooLong
