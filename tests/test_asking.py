"""On PostgreSQL only what asks the database runs again. That must be everything that does."""

import pytest

from tests.asking import asks_a_database
from tests.cast import Cast


@pytest.mark.django_db
def test_a_test_with_the_mark_asks(request: pytest.FixtureRequest) -> None:
    assert asks_a_database(request.node)


def test_a_test_with_the_cast_asks(request: pytest.FixtureRequest, cast: Cast) -> None:
    assert asks_a_database(request.node)


def test_this_one_does_not(request: pytest.FixtureRequest) -> None:
    assert not asks_a_database(request.node)
