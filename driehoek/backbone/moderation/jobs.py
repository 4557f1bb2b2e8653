"""Doors for the worker."""

from django_tasks import task

from driehoek.backbone.moderation.forgetting import forget
from driehoek.backbone.moderation.models import Trace
from driehoek.base.core import clock


@task()
def forget_traces() -> None:
    """What was taken back half a year ago is nobody's business any more."""
    Trace.objects.forget_old(clock.now())


@task()
def forget_cases() -> None:
    """Every night."""
    forget(clock.now())
