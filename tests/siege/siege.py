"""Kills a part at random, starts it again, and at last counts what came out at the other end."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any  # what JSON holds

import psycopg
from cryptography.hazmat.primitives.asymmetric import ec

from demo.running import ROOT, free_port, is_taken, web
from driehoek.backbone.notifications.channels.keys import in_base64
from tests.bench.installation import Installation, wait_until
from tests.servers import postgresql
from tests.servers.push import PushService, push_service
from tests.servers.smtp import Postman, post_office
from tests.siege import AHEAD
from tests.siege.publisher import Publisher

WORKERS = ("worker 1", "worker 2")
PARTS = (*WORKERS, "web", "database")
CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()"""
THURSDAY = datetime(2026, 11, 19, 9, tzinfo=UTC)  # when nothing waits for the morning


@dataclass
class Verdict:
    kills: int
    facts: int
    lost: int  # what must have come and did not, or was told by halves
    doubles: int  # raw: the same message again
    visible: int  # two messages about one fact to one person by one road, or one post made twice


def judged(kills: int, told: dict[str, Any], came: dict[str, list[str]]) -> Verdict:
    """From what there must be, and the names of all that came."""
    lost, doubles, visible = told["broken"], 0, told["again"]
    for road, names in came.items():
        wanted, unlike = set(told["names"][road]), set(names)
        lost += len(wanted - unlike)
        doubles += len(names) - len(unlike)
        visible += len(unlike - wanted)
    return Verdict(kills, told["facts"], lost, doubles, visible)


def name_of(message_id: str) -> str:
    return message_id.strip("<>").partition("@")[0].replace("-", "")


@dataclass
class Siege:
    at: Installation
    url: str
    postman: Postman
    service: PushService
    chance: Random
    people: int
    is_alone: bool  # in its database, which may be killed then
    port: int = field(default_factory=free_port)
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    ahead: float = field(default_factory=lambda: THURSDAY.timestamp() - time.time())

    def run(self, kills: int) -> Verdict:
        """So many; while one is dead the others go on."""
        known = json.loads(self._do("settle", str(self.people), json.dumps(self.service.subscription())))
        for name in (*WORKERS, "web"):
            self._start(name)
        wait_until(lambda: is_taken(self.port), "the web server does not answer")
        self.teacher = Publisher(f"http://localhost:{self.port}", known["sid"], known["group"])
        self.teacher.start()
        victims = [PARTS[number % len(PARTS)] for number in range(kills)]
        self.chance.shuffle(victims)
        for victim in victims:
            self._wait_for_work(victim)
            self._kill(victim)
            self._start(victim)
        self.teacher.stop()
        return self._verdict(kills)

    def _verdict(self, kills: int) -> Verdict:
        posts = [int(path.strip("/").rpartition("/")[2]) for path in self.teacher.answered.values()]
        told = json.loads(self._do("judge", str(self.people), json.dumps(posts)))
        for name in (*WORKERS, "web"):
            self._kill(name)
        mails = [name_of(str(one["Message-ID"])) for one in self.postman.messages]
        bells = [one.headers["Topic"] for one in self.service.rung]
        return judged(kills, told, {"email": mails, "push": bells})

    def _wait_for_work(self, victim: str) -> None:
        """So that the next kill meets somebody at work: the web within 0.3 seconds after the button."""
        if victim == "web":
            assert self.teacher.is_pressing.wait(180), "nothing is shared any more"
            time.sleep(self.chance.random() * 0.3)
            return
        wanted, until = self._arrived + self.chance.randint(3, 30), time.monotonic() + 180
        while self._arrived < wanted:
            assert time.monotonic() < until, "nothing arrives any more"
            time.sleep(0.002)
        time.sleep(self.chance.random() * 0.05)

    @property
    def _arrived(self) -> int:
        return len(self.postman.raw) + len(self.service.rung)

    def _start(self, name: str) -> None:
        if name == "database":
            return postgresql.start_again(self.url) if self.is_alone else None
        pages = [*web(self.port)[:-1], "tests.siege.web:application"]
        command = pages if name == "web" else self._command("work")
        self.running[name] = subprocess.Popen(
            command, env=self.at.environment(self.port) | {AHEAD: str(self.ahead)}, cwd=ROOT,
            start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return None

    def _kill(self, name: str) -> None:
        """-9, with whatever it had started itself."""
        if name == "database":
            return os.kill(self.at.database_pids[0], signal.SIGKILL) if self.is_alone else self._cut()
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None

    def _cut(self) -> None:
        """Every line to a database that others use too; one in a file has none."""
        if self.url.startswith("postgresql"):
            with psycopg.connect(self.url) as line:
                line.execute(CUT)

    def _command(self, part: str, *given: str) -> list[str]:
        place = (self.service.origin, str(self.ahead))
        return [sys.executable, "-m", "tests.siege.inside", part, *place, *given]

    def _do(self, part: str, *given: str) -> str:
        return self.at.run(*self._command(part, *given)[1:])


@contextmanager
def besieged(seed: int, people: int, shared: str = "") -> Iterator[Siege]:
    """An installation with a database of its own, or in one that is there; and the sinks in this process."""
    with ExitStack() as stack:
        durable = postgresql.QUICK | {"synchronous_commit": "on"}
        url = shared or stack.enter_context(postgresql.cluster(durable))
        postman, service = stack.enter_context(post_office()), stack.enter_context(push_service())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="driehoek-siege-")))
        at = Installation(folder, url)
        secret = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
        at.more |= {
            "DRIEHOEK_EMAIL_URL": postman.url,
            "DRIEHOEK_PUSH_KEY": in_base64(secret.to_bytes(32, "big")),
            "DRIEHOEK_PUSH_CONTACT": "mailto:beheer@school.example",
        }
        if not shared:
            at.run("manage.py", "migrate", "--verbosity", "0")
        siege = Siege(at, url, postman, service, Random(seed), people, is_alone=not shared)
        try:
            yield siege
        finally:
            for name in list(siege.running):
                siege._kill(name)
