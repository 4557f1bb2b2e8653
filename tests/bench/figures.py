"""A figure: what was measured, and the limit it must keep."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`limit` is the most it may be, or the least when `at_least` says so. No limit: for information."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False

    @property
    def ok(self) -> bool:
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def line(self) -> str:
        """As bin/bench prints it."""
        said = {"name": self.name, "value": round(self.value, 3), "unit": self.unit}
        return json.dumps(said | {"limit": self.limit, "ok": self.ok})
