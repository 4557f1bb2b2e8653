"""A real translation server, and a school that agreed to it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from driehoek.backbone.translation.models import Agreement
from tests.cast import Cast
from tests.servers.translator import Interpreter, interpreting


@pytest.fixture
def interpreter(settings: Settings, cast: Cast) -> Iterator[Interpreter]:
    """Running, chosen in the settings, and agreed to by De Vlieger alone."""
    with interpreting() as running:
        settings.TRANSLATOR, settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY = (
            "libretranslate",
            running.url,
            "key",
        )
        Agreement.give(cast.vlieger, by=cast.joris, at=cast.now)
        yield running
