"""Rows as a OneRoster 1.2 server sends them, however broken, and the kinds that there are."""

import re
from dataclasses import dataclass, field
from typing import Any  # what a stranger's JSON holds

STAMP = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]{5,20}Z")
ROSTERING, GRADEBOOK = "/rostering/v1p2/", "/gradebook/v1p2/"


@dataclass(frozen=True)
class Kind:
    """One kind of rows: at which of the services, and under which name."""

    name: str
    service: str
    may_lack: bool = field(default=False, kw_only=True)  # whether a server may have no such rows at all

    @property
    def path(self) -> str:
        return f"{self.service}{self.name}"

    @property
    def envelope(self) -> str:
        return self.name


def key_of(row: Any) -> str:
    """Of any row, however broken."""
    key = str(row.get("sourcedId", ""))[:120] if isinstance(row, dict) else ""
    return key if is_text(key) else ""


def stamp_of(row: Any) -> str:
    """Universal time, as the standard wants it: then text is in order. Another one does not count."""
    stamp = str(row.get("dateLastModified", "")) if isinstance(row, dict) else ""
    return stamp if STAMP.fullmatch(stamp) else ""


def is_text(said: str) -> bool:
    """What a database can keep: JSON may hold a zero, or half a letter."""
    return "\0" not in said and not any("\ud800" <= sign <= "\udfff" for sign in said)
