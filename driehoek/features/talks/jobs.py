"""Doors for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.talks import forgetting, watching


@task
def remind() -> None:
    """Every morning at a quarter past seven."""
    watching.remind(clock.now())


@task
def forget_old() -> None:
    """Every night."""
    forgetting.forget(clock.now())
