"""A mailbox for replies."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def reply_address(settings: Settings) -> None:
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"
