"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.stories.models import Story


@task()
def forget_unsent() -> None:
    """Sheets that nobody sent within a week, photos and all."""
    Story.objects.forget_unsent(clock.now())
