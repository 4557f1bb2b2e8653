"""Whether a test asks the database of the run, and has something to say about it."""

import pytest

ASKING = {"db", "transactional_db", "live_server"}  # whoever uses the cast uses db


def asks_a_database(item: pytest.Item) -> bool:
    names: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not ASKING.isdisjoint(names)


def runs_again(item: pytest.Item) -> bool:
    """On PostgreSQL after SQLite."""
    return asks_a_database(item) and item.get_closest_marker("once") is None
