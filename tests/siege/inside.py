"""One part of the besieged installation, in a process that may be killed at any moment.

python -m tests.siege.inside settle|work|judge PUSH-SERVICE SECONDS-AHEAD ...
"""

import datetime as dt
import sys
from importlib import import_module

import django
import time_machine
from django.conf import settings

from driehoek.base.core import clock


def main(part: str, push_service: str, ahead: str, *given: str) -> None:
    """On a clock that runs as many seconds ahead of ours, the same for all parts."""
    django.setup()
    settings.PUSH_SERVICES = [push_service]
    clock.of_database = clock.now  # that of the database goes along
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=float(ahead))
    with time_machine.travel(moment, tick=True):
        getattr(import_module("tests.siege.parts"), part)(*given)


if __name__ == "__main__":
    main(*sys.argv[1:])
