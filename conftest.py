"""What every test of ours may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache

from driehoek.backbone.access import prepared
from driehoek.base.core.catalogues import compile_catalogues
from tests.cast import cast, django_db_setup
from tests.servers.mailing import postman

__all__ = ["cast", "django_db_setup", "postman"]


def pytest_configure(config: pytest.Config) -> None:
    """The languages are made ready once, before the workers begin."""
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parent / "driehoek" / "locale")


@pytest.fixture(autouse=True)
def nothing_remembered(request: pytest.FixtureRequest) -> Iterator[None]:
    """A rolled-back test gives its keys back; what was rendered under them must not be found again. A rule
    that a test switched off must not live on in a query that was put together without it."""
    yield
    cache.clear()
    if "monkeypatch" in request.fixturenames:
        prepared.forget()
