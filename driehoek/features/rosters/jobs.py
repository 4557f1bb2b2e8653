"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.rosters.models import Upload


@task()
def forget_old() -> None:
    """Files nobody looked at in a week, and the names in them."""
    Upload.objects.forget_old(clock.now())
