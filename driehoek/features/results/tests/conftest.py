"""Who works at the office of De Vlieger, and her browser."""

import pytest
from django.test import Client

from tests.cast import Cast


@pytest.fixture
def office(cast: Cast) -> Client:
    return cast.sign_in(cast.marja)
