"""The same tests on each engine that keeps jobs: our own table, and on PostgreSQL the distributed one too.

Time passes differently for them: one is told what time it is, the other asks the database, so there all
that was written moves back.
"""

import datetime as dt
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from driehoek.base.core import clock
from driehoek.base.core.distributed import DistributedEngine
from driehoek.base.core.engines import KINDS
from driehoek.base.core.job import Engine
from driehoek.base.core.job import engine as chosen
from driehoek.base.core.models import WorkerPulse
from driehoek.base.core.queue import HERE, DatabaseEngine

HERE_TOO = ["distributed"] if connection.vendor == "postgresql" else []


@dataclass(frozen=True)
class Kept:
    """A job as its engine keeps it, in words that are the same for all."""

    state: str
    queue: str
    tries: int
    due_at: dt.datetime | None


class AtHand(ABC):
    """The engine of one test: what it keeps, and how time passes for it."""

    name: str
    STATES: dict[str, str]

    def member(self) -> Engine:
        return chosen()

    @abstractmethod
    def now(self) -> dt.datetime: ...

    @abstractmethod
    def let_pass(self, **more: int) -> None: ...

    @abstractmethod
    def elsewhere(self) -> Engine:
        """A worker on another computer."""

    @abstractmethod
    def dead(self) -> Engine:
        """A worker that had ended when nobody had noticed yet."""

    @abstractmethod
    def rename(self, path: str) -> None:
        """As if all jobs were called so."""

    @abstractmethod
    def workers(self) -> set[object]:
        """Who did something."""

    @abstractmethod
    def lives(self) -> bool:
        """Whether any worker gave a sign of life."""

    @abstractmethod
    def _rows(self) -> Iterator[tuple[str, str, int, dt.datetime | None]]: ...

    def jobs(self, state: str | None = None) -> list[Kept]:
        found = [Kept(self.STATES[row[0]], *row[1:]) for row in self._rows()]
        return [job for job in found if state in (None, job.state)]

    def job(self, state: str | None = None) -> Kept:
        (only,) = self.jobs(state)
        return only


class OnDatabase(AtHand):
    name = "database"
    STATES = {"READY": "waiting", "RUNNING": "running", "SUCCESSFUL": "done", "FAILED": "failed"}

    def __init__(self) -> None:
        self.moment = clock.of_database()

    def now(self) -> dt.datetime:
        return self.moment

    def let_pass(self, **more: int) -> None:
        self.moment += dt.timedelta(**more)

    def elsewhere(self) -> Engine:
        return DatabaseEngine("elsewhere:7:1")

    def dead(self) -> Engine:
        ended = subprocess.Popen([sys.executable, "-c", "pass"])
        ended.wait()
        return DatabaseEngine(f"{HERE}:{ended.pid}:1")

    def rename(self, path: str) -> None:
        DBTaskResult.objects.update(task_path=path)

    def workers(self) -> set[object]:
        return {name for names in DBTaskResult.objects.values_list("worker_ids", flat=True) for name in names}

    def lives(self) -> bool:
        return WorkerPulse.objects.exists()

    def _rows(self) -> Iterator[Any]:
        for row in DBTaskResult.objects.order_by("enqueued_at"):
            yield row.status, row.queue_name, len(row.worker_ids), row.run_after


class OnDistributed(AtHand):
    name = "distributed"
    STATES = {"todo": "waiting", "doing": "running", "succeeded": "done", "failed": "failed"}

    def now(self) -> dt.datetime:
        """In a transaction the time stands still, also for the engine."""
        return self._asked("SELECT now()")[0][0]

    def let_pass(self, **more: int) -> None:
        for table, column in (("jobs", "scheduled_at"), ("workers", "last_heartbeat"), ("events", "at")):
            passed = f"UPDATE procrastinate_{table} SET {column} = {column} - %s"
            with connection.cursor() as cursor:
                cursor.execute(passed, [dt.timedelta(**more)])

    def elsewhere(self) -> Engine:
        return self.member()

    def dead(self) -> Engine:
        member = DistributedEngine()
        late = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '3 minutes' WHERE id = %s"
        with connection.cursor() as cursor:
            cursor.execute(late, [member.number])
        return member

    def rename(self, path: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET task_name = %s", [path])

    def workers(self) -> set[object]:
        return {row[0] for row in self._asked("SELECT worker_id FROM procrastinate_jobs") if row[0]}

    def lives(self) -> bool:
        return bool(self._asked("SELECT FROM procrastinate_workers"))

    def _rows(self) -> Iterator[Any]:
        taken = "attempts + (status = 'doing')::int"
        columns = f"status::text, queue_name, {taken}, scheduled_at"
        return iter(self._asked(f"SELECT {columns} FROM procrastinate_jobs ORDER BY id"))

    def _asked(self, question: str) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()


@pytest.fixture(params=["database", *HERE_TOO])
def engine(request: pytest.FixtureRequest, settings: Settings, db: None) -> AtHand:
    kind = KINDS[request.param]
    settings.JOBS = kind
    settings.TASKS = {"default": {"BACKEND": kind.backend, "QUEUES": settings.LANES}}
    return OnDatabase() if request.param == "database" else OnDistributed()
