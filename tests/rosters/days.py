"""When it is in these tests."""

import datetime as dt

from driehoek.backbone.access.viewer import AMSTERDAM

NOW = dt.datetime(2026, 11, 19, 4, 0, tzinfo=AMSTERDAM)
TODAY = NOW.date()
