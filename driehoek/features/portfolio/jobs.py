"""Doors for the worker."""

from django.db import transaction
from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.portfolio import forgetting
from driehoek.features.portfolio.packing import pack_next


@task(queue_name="bulk")
def pack() -> None:
    """One after the other; once a minute also what was lost on the way."""
    shared = clock.shared()
    while pack_next(clock=shared):
        pass


def wake() -> None:
    """Somebody waits for a parcel."""
    transaction.on_commit(pack.enqueue)


@task()
def forget_old() -> None:
    """Every night: portfolios of who left school long ago, and parcels that nobody fetched in time."""
    forgetting.forget(clock.now())
    forgetting.forget_parcels(clock.now())
