"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.stories.models import Story


@task()
def forget_unsent() -> None:
    """Sheets that nobody sent within a week, and what was told before last school year, photos and all."""
    Story.objects.forget_unsent(clock.now())
    Story.objects.forget_old(clock.now())
