"""What every test of ours may ask for."""

import os
from collections.abc import Iterator
from functools import lru_cache
from inspect import signature
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from driehoek.backbone.access import prepared
from driehoek.backbone.access.models import seat
from driehoek.base.core.catalogues import compile_catalogues
from driehoek.base.core.garbage import look_seldom
from tests import asked
from tests.asking import runs_again
from tests.cast import cast
from tests.engines import engine
from tests.filled import put_back, take_a_copy
from tests.kept import keep_statements
from tests.made_once import made_each_time, made_once
from tests.planned import keep_plans
from tests.servers.mailing import postman
from tests.servers.texting import carrier

NOTES = Path(os.environ["DRIEHOEK_ASKED"]) if "DRIEHOEK_ASKED" in os.environ else None
hypothesis_settings.register_profile("driehoek", deadline=None)  # how fast it is, bin/bench says
hypothesis_settings.load_profile("driehoek")
__all__ = ["carrier", "cast", "engine", "made_each_time", "made_once", "postman"]


def pytest_configure(config: pytest.Config) -> None:
    """The languages are made ready once, before the workers begin."""
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parent / "driehoek" / "locale")
    if NOTES:
        asked.listen(config, NOTES)


def pytest_collection_finish() -> None:
    """As the web server and the worker do: it takes an eighth of the time."""
    look_seldom()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What says nothing about a database is told once: on SQLite, as the browser is driven once."""
    if connection.vendor == "postgresql":
        told = asked.left_out_in(NOTES) if NOTES else set()
        once = {item for item in items if not runs_again(item) or item.nodeid in told}
        config.hook.pytest_deselected(items=list(once))
        items[:] = [item for item in items if item not in once]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of our own with the cast in it; the one of pytest-django is empty."""
    with django_db_blocker.unblock():
        take_a_copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", put_back)
        keep_plans(patch)
        keep_statements(patch)
        yield


@pytest.fixture
def own_statements() -> Iterator[None]:
    """What was put together for other tests is not used here, nor is it lost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepared, "_statement", lru_cache(prepared.KEPT)(prepared._statement.__wrapped__))
        patch.setattr(prepared, "_like", lru_cache(prepared.SIDE_BY_SIDE)(prepared._like.__wrapped__))
        for kept in ("seats_on", "seats_recent"):
            patch.setattr(seat, kept, lru_cache(seat.DAYS)(getattr(seat, kept).__wrapped__))
        yield


@pytest.fixture(autouse=True)
def nothing_remembered(request: pytest.FixtureRequest) -> Iterator[None]:
    """A rolled-back test gives its keys back; what was rendered under them must not be found again. And a
    test that patches something itself, such as a rule, has prepared queries of its own and leaves none."""
    if "monkeypatch" in signature(request.function).parameters:
        request.getfixturevalue("own_statements")
    yield
    cache.clear()
