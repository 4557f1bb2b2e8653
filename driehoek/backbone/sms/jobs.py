"""Doors for the worker."""

import datetime as dt

from driehoek.backbone.sms.models import Receipt, SmsDay
from driehoek.base.core import clock
from driehoek.base.core.clock import day_of
from driehoek.base.core.tasks import task

KEPT = dt.timedelta(days=90)  # as long as what they report about


@task
def forget_old() -> None:
    """Every night. A number that said stop stays: it meant it."""
    before = clock.now() - KEPT
    Receipt.objects.filter(at__lt=before).delete()
    SmsDay.objects.filter(day__lt=day_of(before)).delete()
