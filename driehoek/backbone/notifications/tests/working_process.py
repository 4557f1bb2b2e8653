"""A worker in a process of its own, which may be killed. Knows the story of these tests.

python -m driehoek.backbone.notifications.tests.working_process 2026-11-19T15:00:00+01:00 http://127.0.0.1:4567
"""

import datetime as dt
import sys
from importlib import import_module

import django
import time_machine
from django.conf import settings
from django.core.management import call_command

from driehoek.base.core import clock

STORY = "driehoek.backbone.notifications.tests.story"  # has models, which exist after setup() only


def main(start: str, push_service: str) -> None:
    """Works until nothing waits, on a clock that starts at this moment and runs."""
    django.setup()
    settings.PUSH_SERVICES = [push_service]
    import_module(STORY).declare()
    clock.of_database = clock.now  # it travels along
    with time_machine.travel(dt.datetime.fromisoformat(start), tick=True):
        call_command("work", until_idle=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
