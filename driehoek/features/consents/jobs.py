"""Doors for work by the clock."""

from django_tasks import task

from driehoek.base.core.clock import now
from driehoek.features.consents.forgetting import purge_ledgers
from driehoek.features.consents.handing_over import hand_over


@task()
def forget_answers() -> None:
    """Every night: the answers about a child who left five years ago (decision 71)."""
    purge_ledgers(now())


@task()
def tell_sixteen() -> None:
    """Every night: who turned sixteen decides from now on."""
    hand_over(now())
