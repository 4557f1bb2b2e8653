"""Doors for the worker."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.rosters.fetching import Fetching
from driehoek.features.rosters.models import Connection, Upload


@task(queue_name="bulk")
def fetch(connection: int) -> None:
    """A turn at one server; what is left is for another turn, after others."""
    found = Connection.objects.filter(pk=connection).select_related("school").first()
    if found and not Fetching(found, clock.now).work():
        fetch.enqueue(connection)


@task(queue_name="bulk")
def fetch_all() -> None:
    """Every hour; whoever was killed goes on."""
    for key in Connection.objects.values_list("pk", flat=True):
        fetch.enqueue(key)


@task
def forget_old() -> None:
    """Files nobody looked at in a week and the names in them, and what a silent server said before."""
    now = clock.now()
    Upload.objects.forget_old(now)
    Connection.forget_old(now)
