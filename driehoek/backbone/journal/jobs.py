"""A door for work by the clock: what happened long ago is forgotten too."""

from driehoek.backbone.journal.forgetting import forget
from driehoek.base.core import clock
from driehoek.base.core.tasks import task


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())
