"""The besieged pages for the web server, on the clock that all parts share. It is turned before any of ours
is read in, so this module imports nothing else. One teacher shares all day here: what a hand can do in ten
minutes is no measure of hers."""

import datetime as dt
import os
from importlib import import_module
from typing import Any  # what only this module changes

import time_machine

from tests.siege import AHEAD

ahead = dt.timedelta(seconds=float(os.environ[AHEAD]))
time_machine.travel(dt.datetime.now(dt.UTC) + ahead, tick=True).start()
application = import_module("driehoek.config.wsgi").application
pace: Any = import_module("driehoek.backbone.notifications.pace")
pace.MOST_TOLD = pace.MOST_DONE = 1_000_000
