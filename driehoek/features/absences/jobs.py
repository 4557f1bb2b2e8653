"""Doors for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.absences import forgetting, watching


@task
def ask_who_is_better() -> None:
    """Every morning at a quarter past seven."""
    watching.ask_who_is_better(clock.now())


@task
def ring_for_unread_lists() -> None:
    """Every minute, and only then does it matter when the worker was down at the bell."""
    watching.ring_for_unread_lists(clock.now())


@task
def forget() -> None:
    """Every night."""
    forgetting.forget(clock.now())
