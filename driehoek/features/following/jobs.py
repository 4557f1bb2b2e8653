"""Doors for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.tasks import task
from driehoek.features.following.birthdays import tell_of_birthdays
from driehoek.features.following.stepping import ask_about_steps as ask
from driehoek.features.following.weeks import tell_of_week as tell


@task
def ask_about_steps() -> None:
    """Every morning."""
    ask(clock.now())


@task
def tell_nearly_of_age() -> None:
    """Every morning."""
    tell_of_birthdays(clock.now())


@task
def tell_of_week() -> None:
    """Every afternoon; it works on Thursday and Friday."""
    tell(clock.now())
