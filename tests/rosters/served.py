"""A set of OneRoster files as a server would send it: the same people, groups and places, as JSON."""

import csv
import io
from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]
STAMP = "2026-11-01T12:00:00Z"
REFERENCES = {"class": "classSourcedId", "school": "schoolSourcedId", "user": "userSourcedId"}
KINDS = ("orgs", "academicSessions", "classes", "users", "demographics", "enrollments")


def served(files: Mapping[str, str], *, stamp: str = STAMP) -> dict[str, list[Row]]:
    """Kind to rows. The adults of a child are her agents, which is all that a server says of them."""
    rows = {kind: [_row(cells, kind, stamp) for cells in _cells(files, kind)] for kind in KINDS}
    users = {row["sourcedId"]: row for row in rows["users"]}
    for cells in _cells(files, "roles"):
        role = {"roleType": "primary", "role": cells["role"], "org": _reference(cells["orgSourcedId"])}
        users[cells["userSourcedId"]]["roles"].append(role)
    for cells in filter(lambda cells: cells["userSourcedId"], _cells(files, "relationships")):
        agents = users[cells["userSourcedId"]].setdefault("agents", [])
        agents.append(_reference(cells["relationshipUserSourcedId"]))
    return rows


def _cells(files: Mapping[str, str], kind: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files.get(f"{kind}.csv", ""))))


def _row(cells: dict[str, str], kind: str, stamp: str) -> Row:
    row: Row = {name: cell for name, cell in cells.items() if cell and not name.endswith("SourcedId")}
    more = {name: row.pop(name) for name in list(row) if name.startswith("metadata.")}
    row |= {"metadata": {name.partition(".")[2]: cell for name, cell in more.items()}}
    key = row.get("sourcedId") or "-".join(cells.values())[:60]
    row |= {"sourcedId": key, "status": cells.get("status") or "active", "dateLastModified": stamp}
    row |= {name: _reference(cells[column]) for name, column in REFERENCES.items() if column in cells}
    return row | ({"roles": []} if kind == "users" else {})


def _reference(key: str) -> Row:
    return {"href": f"https://sis.example/{key}", "sourcedId": key, "type": "user"}
