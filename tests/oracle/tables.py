"""Tables, read whole and handed over under the oracle's names."""

from typing import Any

from django.db.models import Model

from tests.oracle.rules import Row


def rows(model: type[Model], **names: str) -> list[Row]:
    """Every row of a table, under the oracle's names."""
    found = model._base_manager.order_by("pk").values_list(*names.values())
    return [dict(zip(names, values, strict=True)) for values in found]


def keyed(model: type[Model], **names: str) -> dict[int, Row]:
    return {row.pop("key"): row for row in rows(model, key="pk", **names)}


def gathered(model: type[Model], key: str, value: str) -> dict[int, set[Any]]:
    """All values that belong to one key."""
    found: dict[int, set[Any]] = {}
    for row in rows(model, key=key, value=value):
        found.setdefault(row["key"], set()).add(row["value"])
    return found
