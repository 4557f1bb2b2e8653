"""A mail server, a story to tell, and the steps from one to the other."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.tests import story
from tests.servers.smtp import Postman, post_office


@pytest.fixture
def postman(settings: Settings) -> Iterator[Postman]:
    """All mail of this test goes to a real server."""
    with post_office() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = office.host, office.port
        yield office


@pytest.fixture(autouse=True)
def told_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NOTICES, story.VERB, story.praised)
