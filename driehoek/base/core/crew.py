"""Everybody at work in one process: one for each lane, so that what takes long never stands before an alarm.

A film of a minute keeps a computer busy for as long as a hundred mails: the long part is a child process with
low priority, and its thread only waits for it. A mail server that takes its time holds up its own lane alone.
"""

import datetime as dt
import threading
from collections.abc import Callable

from django.db import connections

from driehoek.base.core.job import Job
from driehoek.base.core.worker import Worker


class Crew(Worker):
    """Asks for all lanes at once whether something waits, and does nothing else: whoever keeps a lane is
    called in for its first job, goes on until it is empty, and goes. At rest there is one thread with one
    connection."""

    def __init__(self, *, clock: Callable[[], dt.datetime], lanes: list[str], interval: float) -> None:
        super().__init__(clock=clock, queues=lanes, interval=interval)
        self.at_work: dict[str, threading.Thread] = {}

    def work(self, *, until_idle: bool = False) -> None:
        """Until stop(). When one of them breaks, all stop: who watches over the process starts it anew."""
        try:
            super().work(until_idle=until_idle)
        finally:
            self.stop()
            for thread in self.at_work.values():
                thread.join()

    def one_job(self) -> bool:
        """Call in whoever rests and has a job; who is at work takes the next one of the lane without us."""
        resting = [lane for lane in self.queues if not self._is_at_work(lane)]
        job = self.engine.claim(now=self.clock(), queues=resting) if resting else None
        if job is not None:
            self.at_work[job.queue] = threading.Thread(target=self._beside, args=[job])
            self.at_work[job.queue].start()
        return job is not None

    def is_alone(self) -> bool:
        return not any(map(self._is_at_work, self.queues))

    def _is_at_work(self, lane: str) -> bool:
        return lane in self.at_work and self.at_work[lane].is_alive()

    def _beside(self, job: Job) -> None:
        try:
            self._keeper(job.queue).work_off(job)
        except BaseException:
            self.stop()
            raise
        finally:
            connections.close_all()

    def _keeper(self, lane: str) -> Worker:
        return Worker(
            clock=self.clock,
            queues=[lane],
            interval=self.interval,
            engine=self.engine,
            stopping=self.stopping,
        )
