"""A door for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.pulse.forgetting import close_all, forget


@task
def close_and_forget() -> None:
    """Every night."""
    now = clock.now()
    close_all(now)
    forget(now)
