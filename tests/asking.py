"""Whether a test asks the database of the run, and has something to say about it."""

import pytest

ASKING = {"db", "transactional_db", "live_server"}  # whoever uses the cast uses db
COMMITTING = {"transactional_db", "live_server"}


def asks_a_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or uses(item, ASKING)


def runs_again(item: pytest.Item) -> bool:
    """On PostgreSQL after SQLite."""
    return asks_a_database(item) and item.get_closest_marker("once") is None


def commits(item: pytest.Item) -> bool:
    """With real transactions, maybe in several connections: there the databases differ most."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or uses(item, COMMITTING)


def uses(item: pytest.Item, fixtures: set[str]) -> bool:
    names: list[str] = getattr(item, "fixturenames", [])
    return not fixtures.isdisjoint(names)
