"""Jobs of the queue itself, and the decorator for everybody's jobs."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.base.core.job import engine

__all__ = ["forget_finished", "task"]


@task
def forget_finished() -> None:
    """Once a day."""
    engine().forget_finished(clock.now())
