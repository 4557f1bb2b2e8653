"""A door for work by the clock: forget what nobody listens to any more."""

import datetime as dt

from driehoek.backbone.speech import making
from driehoek.base.core.clock import now
from driehoek.base.core.tasks import task

A_MONTH = dt.timedelta(days=30)


@task
def forget_speech() -> None:
    """Every night."""
    making.forget(before=now() - A_MONTH)
