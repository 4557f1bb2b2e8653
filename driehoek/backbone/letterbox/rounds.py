"""What comes back by the clock: looking in the mailbox, and forgetting."""

from django.conf import settings

from driehoek.backbone.letterbox import fetching, forgetting, jobs
from driehoek.base.core import clock
from driehoek.base.core.tasks import task


@task
def sweep() -> None:
    """Once a minute: look in the mailbox, and take what was left lying."""
    if settings.IMAP_URL:
        fetching.fetch(settings.IMAP_URL, clock=clock.now)
    jobs.handle.call()


@task
def forget_old() -> None:
    """Every night."""
    forgetting.forget(clock.now())
