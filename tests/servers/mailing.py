"""The mail server as a fixture: whatever a test sends goes to it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.servers.smtp import Postman, post_office


@pytest.fixture
def postman(settings: Settings) -> Iterator[Postman]:
    """All mail of this test goes to a real server."""
    with post_office() as office:
        settings.EMAIL_BACKEND = "driehoek.backbone.notifications.channels.pipelining.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = office.host, office.port
        yield office
