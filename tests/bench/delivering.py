"""How fast news for a school leaves by mail, beside a bare loop with the same letters to the same server."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from demo.running import ROOT
from tests.bench.boards import board
from tests.bench.figures import Figure
from tests.bench.installation import Installation

ROUNDS = 3
WAIT = 5  # milliseconds in which the server puts a letter on its disk
WORK = ("-m", "tests.bench.inside", "mailing")


def mails(database: str) -> Iterator[Figure]:
    """One worker and two, each in turn with the bare loop, so that a slow minute hits all alike."""
    with board(1, database) as measured, tempfile.TemporaryDirectory() as kept, sink(kept) as port:
        at, folder = measured.at, Path(kept)
        at.more |= {
            "DRIEHOEK_EMAIL_URL": f"smtp://127.0.0.1:{port}",
            "DRIEHOEK_REPLY_ADDRESS": "antwoord@post.driehoek.example",
        }
        letters = int(at.run(*WORK, "tell"))
        one, two, bare, asked = list[float](), list[float](), list[float](), 0.0
        for _round in range(ROUNDS):
            rate, asked = brought(at, folder, workers=1)
            one.append(rate)
            bare.append(sent_bare(folder, port, loops=1))
            at.run(*WORK, "again")
            two.append(brought(at, folder, workers=2)[0])
            at.run(*WORK, "again")
        most = sent_bare(folder, port, loops=2)
    yield Figure(name="delivery.mails", value=letters, unit="mails")
    yield Figure(name="delivery.asked", value=asked, unit="queries a mail", limit=8)
    yield Figure(
        name="delivery.one", value=ratio(one, bare), unit="x of a bare loop", limit=0.5, at_least=True
    )
    yield Figure(name="delivery.two", value=ratio(two, one), unit="x of one worker", limit=1.7, at_least=True)
    yield Figure(name="delivery.two_bare", value=most / median(bare), unit="x of one bare loop")


def ratio(ours: list[float], theirs: list[float]) -> float:
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))


def brought(at: Installation, folder: Path, *, workers: int) -> tuple[float, float]:
    """Letters a second from the sign until the last worker is done, and how many queries each asked."""
    start = folder / "start"
    start.unlink(missing_ok=True)
    command = [sys.executable, *WORK, "work", str(start)]
    with ExitStack() as stack:
        started = [stack.enter_context(piped(command, at.environment())) for _worker in range(workers)]
        time.sleep(6)  # they have read everything in by then, and brought one letter
        for letter in folder.glob("*.letter"):
            letter.unlink()
        start.touch()
        told = [json.loads(process.communicate(timeout=300)[0]) for process in started]
    took = max(one["ended"] for one in told) - min(one["began"] for one in told)
    letters = sum(one["brought"] for one in told)
    return letters / took, sum(one["asked"] for one in told) / letters


def sent_bare(folder: Path, port: int, *, loops: int) -> float:
    """Letters a second when they go again, finished as they are, over so many lines at once."""
    command = [sys.executable, "-m", "tests.bench.bare_loop", str(folder), str(port), str(loops)]
    with ExitStack() as stack:
        started = [stack.enter_context(piped([*command, str(number)])) for number in range(loops)]
        for process in started:
            assert process.stdout is not None
            process.stdout.readline()  # it has read its letters in
        for process in started:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        told = [json.loads(process.communicate(timeout=300)[0]) for process in started]
    took = max(one["ended"] for one in told) - min(one["began"] for one in told)
    return float(sum(one["sent"] for one in told) / took)


def piped(command: list[str], environment: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


@contextmanager
def sink(folder: str) -> Iterator[int]:
    command = [sys.executable, "-m", "tests.servers.sink", folder, str(WAIT)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(timeout=10)
