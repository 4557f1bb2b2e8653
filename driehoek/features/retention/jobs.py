"""A door for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.retention.former import forget


@task
def forget_former() -> None:
    """Every night."""
    forget(clock.now())
