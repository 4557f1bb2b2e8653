"""A door for background work: it looks in the rows what is there, so it may come twice."""

from driehoek.backbone.letterbox import handling
from driehoek.base.core import clock
from driehoek.base.core.tasks import task


@task
def handle() -> None:
    """Whatever came in."""
    shared = clock.shared()
    while handling.handle_due(clock=shared):
        pass
