"""Proving how long rows are kept."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import models

from driehoek.backbone.journal.models import Forgotten
from tests.cast import NOW

A_DAY = dt.timedelta(days=1)
Job = Callable[[dt.datetime], Any]


def goes_after(days: int, job: Job, rows: "models.QuerySet[Any, Any]", *, since: dt.datetime = NOW) -> None:
    """The day before its time it is there, the day after it is gone, and a second night finds nothing."""
    assert rows.exists()
    job(since + (days - 1) * A_DAY)
    assert rows.exists(), "too early"
    job(since + (days + 1) * A_DAY)
    assert not rows.exists(), "too late"
    count = Forgotten.objects.count()
    job(since + (days + 1) * A_DAY)
    assert Forgotten.objects.count() == count
