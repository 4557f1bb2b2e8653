"""Doors for background work. Each looks in the rows what is due, so it may come twice, late or never."""

from driehoek.backbone.notifications import reconciling, telling
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import BATCH, deliver_due
from driehoek.backbone.notifications.forgetting import forget
from driehoek.base.core import clock
from driehoek.base.core.tasks import task


@task
def tell() -> None:
    """Tell what is due, and wake those who bring it."""
    while telling.tell_due(clock.now()):
        pass
    wake_bringers()


@task
def deliver(channel: str) -> None:
    """One batch by one road; when there was more than a batch, somebody goes on."""
    if deliver_due(channel, clock=clock.now) == BATCH:
        deliver.enqueue(channel)


@task
def sweep() -> None:
    """Once a minute: whatever was lost on the way is found again."""
    reconciling.reconcile(clock.now())
    tell.call()


def wake_bringers() -> None:
    """One for each road on which something waits; they wake each other while there is more."""
    for channel in ROADS:
        if reconciling.waits(channel, clock.now()):
            deliver.enqueue(channel)


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())
