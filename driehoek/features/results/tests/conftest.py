"""Who works at the office of De Vlieger, and her browser."""

import pytest
from django.test import Client

from driehoek.facts.looking.models import KindSwitch
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def _opened(cast: Cast) -> None:
    """De Vlieger is a primary school: its families see results because it says so."""
    KindSwitch.objects.create(school=cast.vlieger, kind="results", is_open=True, at=NOW)


@pytest.fixture
def office(cast: Cast) -> Client:
    return cast.sign_in(cast.marja)
