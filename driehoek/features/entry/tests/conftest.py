"""What the tests of entry share: jobs that run at once, and the code that was mailed."""

import re

import pytest
from django.core import mail
from pytest_django import Settings


@pytest.fixture
def at_once(settings: Settings) -> None:
    """Jobs run where they are enqueued."""
    immediate = "django_tasks.backends.immediate.ImmediateBackend"
    settings.TASKS = {"default": {"BACKEND": immediate, "QUEUES": settings.LANES}}


def digits_in(message: mail.EmailMessage) -> str:
    found = re.search(r"^\s+(\d{6})\s*$", str(message.body), re.M)
    assert found, message.body
    return found[1]
