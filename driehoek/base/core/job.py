"""A job, and what every engine does with it: who takes which, what becomes of one that fails, and of one
whose worker died.

A job is only a wake-up. The truth lies in rows that are leased, so a job may run twice and may get lost.
"""

import datetime as dt
import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from traceback import format_tb
from typing import Any  # what a job is called with, and how its engine knows it

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.utils.module_loading import import_string
from django_tasks.base import Task

from driehoek.base.core.models.alarm import ring
from driehoek.base.core.models.lease import BACK_OFF, TRIES

logger = logging.getLogger(__name__)
SILENT = dt.timedelta(minutes=2)  # without a beat this long, a worker on another computer is dead
KEPT = dt.timedelta(days=1)  # how long a finished job can be looked at


@dataclass(frozen=True, kw_only=True)
class Job:
    """Taken by one worker, for the `tries`-th time. `mark` is the fence: by it the engine sees that it is
    still that worker's."""

    key: Any
    path: str
    queue: str
    args: list[Any]
    kwargs: dict[str, Any]
    tries: int
    mark: Any = None

    def call(self) -> None:
        """Do it. Raises what the job raises, or ImportError when there is no such job any more."""
        task = import_string(self.path)
        if not isinstance(task, Task):
            raise SuspiciousOperation(f"{self.path} is no task")
        task.call(*self.args, **self.kwargs)


class Engine(ABC):
    """One worker, or the crew of one process, and the jobs it shares with all others."""

    @abstractmethod
    def claim(self, *, now: dt.datetime, queues: list[str]) -> Job | None:
        """The next job of these queues (none given: of all), for this worker alone."""

    @abstractmethod
    def succeed(self, job: Job, *, now: dt.datetime) -> None:
        """It went well. Of a job that another took over meanwhile this says nothing."""

    @abstractmethod
    def put_back(self, job: Job, *, at: dt.datetime, kind: str, where: str) -> bool:
        """Again from this moment on. Whether it was still ours to say so."""

    @abstractmethod
    def give_up(self, job: Job, *, now: dt.datetime, kind: str, where: str) -> bool:
        """Never again. Whether it was still ours to say so."""

    @abstractmethod
    def left_by_the_dead(self, now: dt.datetime) -> Iterable[Job]:
        """What workers were doing that live no more."""

    @abstractmethod
    def beat(self, now: dt.datetime) -> None:
        """A sign of life."""

    @abstractmethod
    def forget_finished(self, now: dt.datetime) -> int:
        """Jobs that went well need not be kept for more than a day; gives how many went."""

    def wait(self, stopping: threading.Event, seconds: float, queues: list[str]) -> None:
        """Until there may be more to do: so long, or until somebody wakes us, or wants us to stop."""
        stopping.wait(seconds)

    def fail(self, job: Job, error: BaseException, *, now: dt.datetime) -> None:
        """Again in 1, 5, 15, 60 minutes; after the fifth time never, and somebody must look.

        Of the error, only its kind and its place are kept: its words may hold a name.
        """
        where = "".join(format_tb(error.__traceback__))
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        self._again_or_never(job, kind, where, now)
        logger.error("job %s failed: %s\n%s", job.path, kind, where)

    def free_jobs_of_dead_workers(self, now: dt.datetime) -> int:
        """Give back what dead workers were doing; gives how many."""
        return sum(self._again_or_never(job, "WorkerDied", "", now) for job in self.left_by_the_dead(now))

    def _again_or_never(self, job: Job, kind: str, where: str, now: dt.datetime) -> bool:
        if job.tries < TRIES:
            wait = dt.timedelta(minutes=BACK_OFF[min(job.tries, len(BACK_OFF)) - 1])
            return self.put_back(job, at=now + wait, kind=kind, where=where)
        written = self.give_up(job, now=now, kind=kind, where=where)
        if written:
            ring(f"job {job.path}", kind, at=now)
        return written


def engine() -> Engine:
    """A new member of whichever engine this installation chose."""
    member: Engine = import_string(settings.JOBS.engine)()
    return member
