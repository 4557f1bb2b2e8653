"""The process that does what waits: one job at a time, until it is asked to stop."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError, connection, connections

from driehoek.base.core.job import Engine, Job
from driehoek.base.core.job import engine as chosen
from driehoek.base.core.recurring import start_due

logger = logging.getLogger(__name__)
ROUND = 10.0  # seconds between two looks at the clock's list and at the jobs of dead workers
BEAT = 20.0  # seconds between two signs of life


class Worker:
    """Takes jobs from the given queues (none given: from all). `clock` tells the time."""

    def __init__(
        self,
        *,
        clock: Callable[[], dt.datetime],
        queues: list[str],
        interval: float,
        engine: Engine | None = None,
        stopping: threading.Event | None = None,
    ) -> None:
        self.clock, self.queues, self.interval = clock, queues, interval
        self.engine, self.stopping = engine or chosen(), stopping or threading.Event()

    def work(self, *, until_idle: bool = False) -> None:
        """Until stop(); with `until_idle`, until there is nothing more to do now. Meanwhile it also looks at
        the clock's list and at what dead workers left, and gives signs of life."""
        keep_connection()
        threading.Thread(target=self._beat, daemon=True).start()
        looked_at = float("-inf")
        while not self.stopping.is_set():
            with self._patience():
                if time.monotonic() - looked_at >= ROUND:
                    looked_at = time.monotonic()
                    self._look_around()
                was_alone = self.is_alone()
                if not self.one_job():
                    if until_idle and was_alone:
                        break
                    self.engine.wait(self.stopping, self.interval, self.queues)
        self.stop()

    def work_off(self, job: Job) -> None:
        """Do this one, which was taken already, and then what else waits in these queues."""
        keep_connection()
        with self._patience():
            self._run(job)
        more = True
        while more and not self.stopping.is_set():
            with self._patience():
                more = self.one_job()

    def stop(self) -> None:
        """Finish the job at hand and go."""
        self.stopping.set()

    def one_job(self) -> bool:
        """Do the next job, if there is one."""
        job = self.engine.claim(now=self.clock(), queues=self.queues)
        if job is not None:
            self._run(job)
        return job is not None

    def is_alone(self) -> bool:
        """Whether nobody works beside it, who could leave something more to do."""
        return True

    def _run(self, job: Job) -> None:
        began = time.monotonic()
        try:
            job.call()
        except Exception as error:  # whatever a job raises, the next one must run
            self.engine.fail(job, error, now=self.clock())
        else:
            self.engine.succeed(job, now=self.clock())
            logger.info("job %s took %d ms", job.path, (time.monotonic() - began) * 1000)

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """With a connection that works; when the database does not answer, a while later again."""
        try:
            connection.close_if_unusable_or_obsolete()
            yield
        except (OperationalError, InterfaceError) as busy:
            logger.warning("the database does not answer (%s): waiting", type(busy).__name__)
            connection.close()
            self.stopping.wait(self.interval)

    def _look_around(self) -> None:
        now = self.clock()
        start_due(now)
        self.engine.free_jobs_of_dead_workers(now)

    def _beat(self) -> None:
        """In a thread of its own, so that a long job does not look like a dead worker."""
        while not self.stopping.is_set():
            try:
                self.engine.beat(self.clock())
            except (OperationalError, InterfaceError):
                logger.warning("no sign of life: the database does not answer")
            connections.close_all()
            self.stopping.wait(BEAT)


def keep_connection() -> None:
    """One connection for as long as the worker lives; a new one for each job costs more than many jobs do."""
    connection.settings_dict["CONN_MAX_AGE"] = None
    connection.settings_dict["CONN_HEALTH_CHECKS"] = True
    connection.close()
