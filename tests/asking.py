"""Whether a test asks the database of the run."""

import pytest

ASKING = {"db", "transactional_db", "live_server"}  # whoever uses the cast uses db


def asks_a_database(item: pytest.Item) -> bool:
    names: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not ASKING.isdisjoint(names)
