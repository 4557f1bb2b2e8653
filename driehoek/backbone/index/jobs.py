"""A door for the night: what the index missed."""

from driehoek.backbone.index import keeping
from driehoek.base.core.tasks import task


@task()
def catch_up() -> None:
    keeping.catch_up()
