"""Jobs as rows: who takes which, what becomes of one that fails, and of one whose worker died.

A job is only a wake-up. The truth lies in rows that are leased, so a job may run twice and may get lost.
"""

import datetime as dt
import logging
import os
import socket
from pathlib import Path
from traceback import format_tb

from django.db.models import Q, QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from driehoek.base.core.models import WorkerPulse
from driehoek.base.core.models.alarm import ring
from driehoek.base.core.models.lease import BACK_OFF, TRIES

logger = logging.getLogger(__name__)
SILENT = dt.timedelta(minutes=2)  # without a beat this long, a worker on another computer is dead
HERE = socket.gethostname()[:40]
KEPT = dt.timedelta(days=1)  # how long a finished job can be looked at


def ready(now: dt.datetime, queues: list[str]) -> QuerySet[DBTaskResult]:
    """What may run now, most urgent first."""
    jobs = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    jobs = jobs.filter(Q(run_after=get_date_max()) | Q(run_after__lte=now))
    return jobs.filter(queue_name__in=queues) if queues else jobs


def claim(worker_id: str, *, now: dt.datetime, queues: list[str]) -> DBTaskResult | None:
    """The next job, for this worker alone; None when there is none."""
    for job in ready(now, queues)[:5]:
        job.worker_ids = [*job.worker_ids, worker_id]
        job.started_at = now
        mine = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.READY)
        if mine.update(status=TaskResultStatus.RUNNING, started_at=now, worker_ids=job.worker_ids):
            return job
    return None


def succeed(job: DBTaskResult, *, now: dt.datetime) -> None:
    _write(job, status=TaskResultStatus.SUCCESSFUL, finished_at=now)


def fail(job: DBTaskResult, error: BaseException, *, now: dt.datetime) -> None:
    """Again in 1, 5, 15, 60 minutes; after the fifth time never, and somebody must look.

    Of the error, only its kind and its place are kept: its words may hold a name.
    """
    where = "".join(format_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    _again_or_never(job, now=now, exception_class_path=kind, traceback=where)
    logger.error("job %s failed: %s\n%s", job.task_path, kind, where)


def free_jobs_of_dead_workers(now: dt.datetime) -> int:
    """Give back what dead workers were doing; gives how many."""
    freed = 0
    for job in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if job.worker_ids and not is_alive(job.worker_ids[-1], now=now):
            freed += _again_or_never(job, now=now, exception_class_path="WorkerDied", traceback="")
    WorkerPulse.objects.filter(seen_at__lt=now - KEPT).delete()
    return freed


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


def forget_finished(*, before: dt.datetime) -> int:
    """Jobs that went well need not be kept; gives how many went."""
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=before)
    return done.delete()[0]


def _again_or_never(job: DBTaskResult, *, now: dt.datetime, **why: str) -> bool:
    tries = len(job.worker_ids)
    if tries >= TRIES:
        written = _write(job, status=TaskResultStatus.FAILED, finished_at=now, **why)
        if written:
            ring(f"job {job.task_path}", why["exception_class_path"], at=now)
        return written
    run_after = now + dt.timedelta(minutes=BACK_OFF[min(tries, len(BACK_OFF)) - 1])
    return _write(job, status=TaskResultStatus.READY, run_after=run_after, **why)


def _write(job: DBTaskResult, **fields: object) -> bool:
    """Only while it is still ours: the moment it was taken is the fence."""
    ours = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING, started_at=job.started_at)
    return bool(ours.update(**fields))
