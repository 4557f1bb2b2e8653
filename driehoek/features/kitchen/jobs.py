"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.kitchen.forgetting import forget, forget_reflections


@task()
def forget_old() -> None:
    """Ticks and wishes of a term ago, and what children thought two school years ago."""
    forget(clock.now())
    forget_reflections(clock.now())
