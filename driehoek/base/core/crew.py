"""Everybody at work in one process: one for each lane, so that what takes long never stands before an alarm.

A film of a minute keeps a computer busy for as long as a hundred mails: the long part is a child process with
low priority, and its thread only waits for it. A mail server that takes its time holds up its own lane alone.
"""

import datetime as dt
import threading
from collections.abc import Callable
from functools import partial

from django.db import connections

from driehoek.base.core.job import engine
from driehoek.base.core.worker import Worker


class Crew:
    def __init__(self, *, clock: Callable[[], dt.datetime], lanes: list[str], interval: float) -> None:
        """The first lane is the one in which nothing takes long: its worker keeps the clock."""
        workers = partial(Worker, clock=clock, interval=interval, engine=engine())
        first, *others = lanes
        self.first = workers(queues=[first])
        self.others = [workers(queues=[lane], is_first=False) for lane in others]

    def work(self, *, until_idle: bool = False) -> None:
        """Until stop(). When one of them breaks, all stop: who watches over the process starts it anew."""
        threads = [threading.Thread(target=self._beside, args=[one, until_idle]) for one in self.others]
        for thread in threads:
            thread.start()
        try:
            self.first.work(until_idle=until_idle)
        finally:
            if not until_idle:
                self.stop()
            for thread in threads:
                thread.join()

    def stop(self) -> None:
        """Finish the jobs at hand and go."""
        for one in (self.first, *self.others):
            one.stop()

    def _beside(self, worker: Worker, until_idle: bool) -> None:
        try:
            worker.work(until_idle=until_idle)
        except BaseException:
            self.stop()
            raise
        finally:
            connections.close_all()
