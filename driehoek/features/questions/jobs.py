"""Doors for the worker."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.features.questions.models import Question


@task()
def forget_old() -> None:
    """Questions of a class that is no more."""
    Question.objects.forget_old(clock.now())
