"""Doors for background work. Each looks in the rows what is due, so it may come twice, late or never. What
time it is, the database says: there is one, however many computers there are."""

from django_tasks.base import Task

from driehoek.backbone.notifications import reconciling, telling
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import BATCH, deliver_due
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.forgetting import forget
from driehoek.backbone.notifications.models import Lane
from driehoek.base.core import clock
from driehoek.base.core.tasks import task

QUEUES = {Lane.URGENT: "urgent", Lane.NORMAL: "default", Lane.BULK: "bulk"}


@task
def tell(lane: str = Lane.NORMAL) -> None:
    """Tell what is due in this lane, and wake those who bring it. When all schools close, each asks for this,
    and the first does it all: the others have nobody to wake."""
    shared, told = clock.shared(), 0
    while some := telling.tell_due(shared(), lane=lane):
        told += some
    if told:
        wake()


@task
def deliver(channel: str, lane: str = Lane.NORMAL) -> None:
    """One batch by one road; when there was more than a batch, somebody goes on."""
    if deliver_due(channel, lane=lane, clock=clock.shared()) == BATCH:
        in_lane(deliver, lane).enqueue(channel, lane)


@task(queue_name="bulk")
def gather() -> None:
    """Put together the digests whose moment has come."""
    shared = clock.shared()
    while gather_due(shared()):
        pass
    wake()


@task(queue_name="bulk")
def send_digests(channel: str) -> None:
    """One batch by one road; when there was more than a batch, somebody goes on."""
    if send_due(channel, clock=clock.shared()) == BATCH:
        send_digests.enqueue(channel)


@task(queue_name="urgent")
def sweep() -> None:
    """Once a minute: whatever was lost on the way is found again. Itself it takes no time, and stands in the
    lane in which nothing does."""
    now = clock.of_database()
    reconciling.compare_clocks(clock.now(), now)
    reconciling.reconcile(now)
    wake()


def wake() -> None:
    """In each lane: who tells what waits, and one for each road; they wake each other while there is more."""
    now = clock.of_database()
    for channel in ROADS:
        if reconciling.digests_wait(channel, now):
            send_digests.enqueue(channel)
    for lane in Lane:
        if reconciling.must_be_told(lane, now):
            in_lane(tell, lane).enqueue(lane)
        for channel in ROADS:
            if reconciling.waits(channel, lane, now):
                in_lane(deliver, lane).enqueue(channel, lane)


def in_lane(job: Task[..., None], lane: str) -> Task[..., None]:
    return job.using(queue_name=QUEUES[Lane(lane)])


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())
