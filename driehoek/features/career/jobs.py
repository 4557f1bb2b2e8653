"""A door for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.career.forgetting import forget


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())
