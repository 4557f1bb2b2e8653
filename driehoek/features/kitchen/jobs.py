"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.kitchen.forgetting import forget


@task()
def forget_old() -> None:
    """Ticks of a term ago."""
    forget(clock.now())
