"""Jobs kept by procrastinate, for many machines on one PostgreSQL.

The database hands each free worker another job, without one standing in the other's way, and wakes those who
wait as soon as there is one. Its tables and what is asked of them are its own; when to try again, when to
stop and whom to alarm stays ours.
"""

import datetime as dt
import json
import threading
from collections.abc import Iterable
from typing import Any  # rows of tables that are not ours

from django.conf import settings
from django.db import connection, transaction
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from procrastinate.sql import queries
from psycopg.types.json import Jsonb

from driehoek.base.core import clock
from driehoek.base.core.job import KEPT, SILENT, Engine, Job

HEARD = 1.0  # seconds one listens at a time: so soon a wish to stop is noticed
STILL_OURS = "SELECT FROM procrastinate_jobs WHERE id = %s AND status = 'doing' AND attempts = %s FOR UPDATE"
CHANNEL, ANY = "procrastinate_queue_v1#{}", "procrastinate_any_queue_v1"


class Backend(BaseTaskBackend):
    """The door of the task library: `enqueue` writes in the transaction of whoever calls."""

    supports_defer = True
    supports_priority = True

    def enqueue(self, task: Task, args: Iterable[Any], kwargs: dict[str, Any]) -> TaskResult:
        self.validate_task(task)
        called: dict[str, Any] = {"args": list(args), "kwargs": dict(kwargs)}
        locks = None, None  # of the engine: jobs of ours need none
        job = task.queue_name, task.module_path, task.priority, *locks, Jsonb(called), task.run_after
        key = asked("defer_jobs", jobs=[job])[0]["id"]
        return TaskResult(
            task=task,
            id=str(key),
            status=TaskResultStatus.READY,
            enqueued_at=clock.now(),
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            backend=self.alias,
            errors=[],
            worker_ids=[],
            **called,
        )


class DistributedEngine(Engine):
    """Known to the others by a number, which it gets with its first job."""

    def __init__(self) -> None:
        self._number: int | None = None
        self._one_at_a_time, self._ears = threading.Lock(), threading.local()

    @property
    def number(self) -> int:
        with self._one_at_a_time:
            if self._number is None:
                self._number = asked("register_worker")[0]["worker_id"]
            return self._number

    def claim(self, *, now: dt.datetime, queues: list[str]) -> Job | None:
        row = asked("fetch_job", queues=queues or None, worker_id=self.number)[0]
        return None if row["id"] is None else _job(row)

    def succeed(self, job: Job, *, now: dt.datetime) -> None:
        self._write(job, "finish_job", status="succeeded", delete_job=False)

    def put_back(self, job: Job, *, at: dt.datetime, kind: str, where: str) -> bool:
        as_it_is = {"new_priority": None, "new_queue_name": None, "new_lock": None}
        return self._write(job, "retry_job", retry_at=at, **as_it_is)

    def give_up(self, job: Job, *, now: dt.datetime, kind: str, where: str) -> bool:
        return self._write(job, "finish_job", status="failed", delete_job=False)

    def left_by_the_dead(self, now: dt.datetime) -> list[Job]:
        silent = {"seconds_since_heartbeat": SILENT.total_seconds(), "queue": None, "task_name": None}
        asked("prune_stalled_workers", seconds_since_heartbeat=KEPT.total_seconds())
        return [_job(row) for row in asked("select_stalled_jobs_by_heartbeat", **silent)]

    def beat(self, now: dt.datetime) -> None:
        asked("update_heartbeat", worker_id=self.number)

    def forget_finished(self, now: dt.datetime) -> int:
        with connection.cursor() as cursor:
            well: dict[str, Any] = {
                "statuses": ["succeeded"],
                "nb_hours": KEPT // dt.timedelta(hours=1),
                "queue": None,
            }
            cursor.execute(queries["delete_old_jobs"], well)
            return cursor.rowcount

    def wait(self, stopping: threading.Event, seconds: float, queues: list[str]) -> None:
        """A pooler lends us another connection each time: there nobody can listen."""
        if getattr(settings, "POOLER", False):
            return super().wait(stopping, seconds, queues)
        connection.ensure_connection()
        line = connection.connection
        if getattr(self._ears, "line", None) is not line:
            with connection.cursor() as cursor:
                for channel in [CHANNEL.format(queue) for queue in queues] or [ANY]:
                    cursor.execute(f"LISTEN {connection.ops.quote_name(channel)}")
            self._ears.line = line
        for _ in line.notifies(timeout=min(seconds, HEARD), stop_after=1):
            break
        return None

    @transaction.atomic
    def _write(self, job: Job, query: str, **fields: object) -> bool:
        """How often it was tried is the fence."""
        with connection.cursor() as cursor:
            cursor.execute(STILL_OURS, [job.key, job.mark])
            if not cursor.rowcount:
                return False
        asked(query, job_id=job.key, **fields)
        return True


def asked(query: str, **values: Any) -> list[dict[str, Any]]:
    """One of the engine's own questions, on the connection of whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute(queries[query], values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _job(row: dict[str, Any]) -> Job:
    tried, called = row["attempts"], json.loads(row["args"])
    return Job(
        key=row["id"], path=row["task_name"], queue=row["queue_name"], tries=tried + 1, mark=tried, **called
    )
