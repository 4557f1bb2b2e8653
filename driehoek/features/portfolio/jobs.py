"""Doors for the worker."""

from collections.abc import Callable

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.portfolio import forgetting

PACKING = "driehoek.features.portfolio.packing.pack_next"  # brings a library along that draws


@task(queue_name="bulk")
def pack() -> None:
    """One after the other; once a minute also what was lost on the way."""
    shared = clock.shared()
    pack_next: Callable[..., bool] = import_string(PACKING)
    while pack_next(clock=shared):
        pass


def wake() -> None:
    """Somebody waits for a parcel."""
    transaction.on_commit(pack.enqueue)


@task()
def forget_old() -> None:
    """Every night: portfolios of who left school long ago, and parcels that nobody fetched in time;
    periods of two school years ago."""
    forgetting.forget(clock.now())
    forgetting.forget_parcels(clock.now())
    forgetting.forget_periods(clock.now())
