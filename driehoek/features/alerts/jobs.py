"""Doors for the worker."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.alerts.models import Alert
from driehoek.features.alerts.public_page import write_all, write_running


@task(queue_name="urgent")
def refresh_pages() -> None:
    """Once a minute: what was translated meanwhile. Nothing to do when nothing is the matter."""
    write_running(clock.now())


@task
def write_pages() -> None:
    """Every night the page of each school, so that there is one before anything happens."""
    write_all(clock.now())


@task
def forget_old() -> None:
    Alert.objects.forget_old(clock.now())
