"""Jobs of the queue itself, and the decorator for everybody's jobs."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.base.core.job import engine
from driehoek.base.core.surveying import survey

__all__ = ["forget_finished", "survey_tables", "task"]


@task
def forget_finished() -> None:
    """Once a day."""
    engine().forget_finished(clock.now())


@task
def survey_tables() -> None:
    """Once a day."""
    survey()
