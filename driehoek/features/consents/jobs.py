"""Doors for work by the clock."""

from django_tasks import task

from driehoek.base.core.clock import now
from driehoek.features.consents.handing_over import hand_over


@task()
def tell_sixteen() -> None:
    """Every night: who turned sixteen decides from now on."""
    hand_over(now())
