"""Work through the queue: bin/manage work [--queue NAME ...] [--until-idle]."""

import signal
from argparse import ArgumentParser
from typing import Any  # options as Django hands them over

from django.conf import settings
from django.core.management.base import BaseCommand

from driehoek.base.core import clock
from driehoek.base.core.crew import Crew
from driehoek.base.core.garbage import look_seldom
from driehoek.base.core.worker import Worker


class Command(BaseCommand):
    help = "Do what waits: bring news, start recurring work. Stops at SIGTERM when its job is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue", action="append", default=[], help="only these queues; may be repeated")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between two looks")
        parser.add_argument("--until-idle", action="store_true", help="stop when nothing waits")

    def handle(self, *args: Any, **options: Any) -> None:
        worker = self._worker(options["queue"], options["interval"])
        for wish in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wish, lambda number, frame: worker.stop())
        look_seldom()
        worker.work(until_idle=options["until_idle"])

    def _worker(self, queues: list[str], interval: float) -> Worker:
        """One for the queues that are named; otherwise everybody: long work has lanes of its own."""
        if queues:
            return Worker(clock=clock.of_database, queues=queues, interval=interval)
        return Crew(clock=clock.of_database, lanes=settings.LANES, interval=interval)
