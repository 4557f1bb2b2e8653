"""Doors: for the minute, what the memory of translations learnt; and for the night, what the index missed."""

from driehoek.backbone.index import keeping
from driehoek.base.core.tasks import task


@task()
def catch_up() -> None:
    keeping.catch_up()


@task()
def follow() -> None:
    """One batch; when there was more than a batch, somebody goes on."""
    if keeping.follow() == keeping.BATCH:
        follow.enqueue()
