"""Doors for the worker."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.forgetting import forget


@task(queue_name="bulk")
def bring_newsletters() -> None:
    """Once a minute: a copy for everybody whose letter is due."""
    copy_due(clock.of_database())


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())
