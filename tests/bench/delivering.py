"""How fast news for a school leaves by mail, beside a bare loop with the same letters to the same server."""

import json
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
        asked, ours, theirs, pairs = 0, list[float](), list[float](), list[float]()
        for _round in range(ROUNDS):
            seconds, asked = brought(at, folder, workers=1)
            ours.append(seconds)
            theirs.append(bare(folder, port))
            at.run(*WORK, "again")
            pairs.append(seconds / brought(at, folder, workers=2)[0])
            at.run(*WORK, "again")
        ratio = median(bare / mine for bare, mine in zip(theirs, ours, strict=True))
    yield Figure(name="delivery.mails", value=letters, unit="mails")
    yield Figure(name="delivery.asked", value=asked / letters, unit="queries a mail", limit=8)
    yield Figure(name="delivery.one", value=ratio, unit="x of a bare loop", limit=0.5, at_least=True)
    yield Figure(name="delivery.two", value=median(pairs), unit="x of one worker", limit=1.7, at_least=True)


def brought(at: Installation, folder: Path, *, workers: int) -> tuple[float, int]:
    """Seconds from the sign until the last worker is done, and how many queries they asked."""
    for letter in folder.glob("*.letter"):
        letter.unlink()
    start = folder / "start"
    start.unlink(missing_ok=True)
    command = [sys.executable, *WORK, "work", str(start)]
    started = [
        subprocess.Popen(command, env=at.environment(), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _worker in range(workers)
    ]
    time.sleep(6)  # they have read everything in by then
    start.touch()
    told = [json.loads(process.communicate(timeout=300)[0]) for process in started]
    took = max(one["ended"] for one in told) - min(one["began"] for one in told)
    return took, sum(one["asked"] for one in told)


def bare(folder: Path, port: int) -> float:
    """Seconds in which the letters go again, finished as they are, over one line."""
    letters = [file.read_bytes().split(b"\n", 1) for file in folder.glob("*.letter")]
    ready = [(json.loads(head), body) for head, body in letters]
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as line:
        for envelope, body in ready:
            line.sendmail(envelope["from"], [envelope["to"]], body)
    return time.perf_counter() - began


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
