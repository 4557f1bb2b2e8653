"""Jobs as rows of our own database, SQLite or PostgreSQL."""

import datetime as dt
import os
import socket
from collections.abc import Iterator
from pathlib import Path

from django.db.models import Q, QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from driehoek.base.core.job import KEPT, SILENT, Engine, Job
from driehoek.base.core.models import WorkerPulse

HERE = socket.gethostname()[:40]


class DatabaseEngine(Engine):
    """`name` is this process, unless somebody says otherwise."""

    def __init__(self, name: str = "") -> None:
        self.name = name or name_of_this_worker()

    def claim(self, *, now: dt.datetime, queues: list[str]) -> Job | None:
        for row in ready(now, queues)[:5]:
            row.worker_ids = [*row.worker_ids, self.name]
            row.started_at = now
            mine = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.READY)
            if mine.update(status=TaskResultStatus.RUNNING, started_at=now, worker_ids=row.worker_ids):
                return _job(row)
        return None

    def succeed(self, job: Job, *, now: dt.datetime) -> None:
        _write(job, status=TaskResultStatus.SUCCESSFUL, finished_at=now)

    def put_back(self, job: Job, *, at: dt.datetime, kind: str, where: str) -> bool:
        ready = TaskResultStatus.READY
        return _write(job, status=ready, run_after=at, exception_class_path=kind, traceback=where)

    def give_up(self, job: Job, *, now: dt.datetime, kind: str, where: str) -> bool:
        failed = TaskResultStatus.FAILED
        return _write(job, status=failed, finished_at=now, exception_class_path=kind, traceback=where)

    def left_by_the_dead(self, now: dt.datetime) -> Iterator[Job]:
        for row in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
            if row.worker_ids and not is_alive(row.worker_ids[-1], now=now):
                yield _job(row)
        WorkerPulse.objects.filter(seen_at__lt=now - KEPT).delete()

    def beat(self, now: dt.datetime) -> None:
        WorkerPulse.beat(self.name, now=now)

    def forget_finished(self, now: dt.datetime) -> int:
        done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEPT)
        return done.delete()[0]


def ready(now: dt.datetime, queues: list[str]) -> QuerySet[DBTaskResult]:
    """What may run now, most urgent first."""
    jobs = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    jobs = jobs.filter(Q(run_after=get_date_max()) | Q(run_after__lte=now))
    return jobs.filter(queue_name__in=queues) if queues else jobs


def is_alive(worker_id: str, *, now: dt.datetime) -> bool:
    """On this computer we look at the process itself; of others we only know when they last beat."""
    host, pid, born = worker_id.rsplit(":", 2)
    if host == HERE:
        return birth(int(pid)) == born
    return WorkerPulse.objects.filter(worker_id=worker_id, seen_at__gte=now - SILENT).exists()


def name_of_this_worker() -> str:
    """Unique among living and dead: a process number comes back, but not with the same birth."""
    return f"{HERE}:{os.getpid()}:{birth(os.getpid())}"


def birth(pid: int) -> str | None:
    """When a process began, in ticks since the computer did (proc(5), field 22); None when it is gone."""
    if Path("/proc/self/stat").exists():
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
        except (FileNotFoundError, ProcessLookupError):
            return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    return "0"


def _job(row: DBTaskResult) -> Job:
    """The moment it was taken is the fence."""
    called, tries = row.args_kwargs, len(row.worker_ids)
    return Job(
        key=row.pk, path=row.task_path, queue=row.queue_name, tries=tries, mark=row.started_at, **called
    )


def _write(job: Job, **fields: object) -> bool:
    ours = DBTaskResult.objects.filter(pk=job.key, status=TaskResultStatus.RUNNING, started_at=job.mark)
    return bool(ours.update(**fields))
