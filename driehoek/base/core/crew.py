"""Everybody at work in one process: one for what is quick, and one for each lane of work that takes long.

A film of a minute keeps a computer busy for as long as a hundred mails. In a lane of its own it never stands
before them: the long part is a child process with low priority, and its thread only waits for it.
"""

import datetime as dt
import threading
from collections.abc import Callable

from django.db import connections

from driehoek.base.core.worker import Worker


class Crew:
    def __init__(self, *, clock: Callable[[], dt.datetime], lanes: list[str], interval: float) -> None:
        self.first = Worker(clock=clock, queues=["default"], interval=interval)
        self.others = [
            Worker(clock=clock, queues=[lane], interval=interval, is_first=False) for lane in lanes
        ]

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
