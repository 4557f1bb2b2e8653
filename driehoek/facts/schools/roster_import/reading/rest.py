"""Rows as the Rostering service of a OneRoster 1.2 server sends them, turned into the files of the CSV
binding: so that they are read, proposed and agreed to as those are. JSON names: 1EdTech OneRoster 1.2.

Of a row only what an import uses. One that cannot be read says so in a column of its own: then whoever it is
about stays as she is.
"""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any  # what a stranger's JSON holds

from driehoek.base.oneroster.rows import ROSTERING, Kind, is_text
from driehoek.facts.schools.roster_import.reading.oneroster import BY_KEY, ROWS
from driehoek.facts.schools.roster_import.reading.sourced import GONE

KINDS = (
    Kind("orgs", ROSTERING),
    Kind("academicSessions", ROSTERING, may_lack=True),
    Kind("classes", ROSTERING),
    Kind("users", ROSTERING),
    Kind("demographics", ROSTERING, may_lack=True),
    Kind("enrollments", ROSTERING),
)
HEADS = {
    "orgs": ("sourcedId", "status", "name", "type", "identifier"),
    "academicSessions": ("sourcedId", "status", "type", "startDate", "endDate"),
    "classes": ("sourcedId", "status", "title", "classType", "schoolSourcedId"),
    "users": (
        "sourcedId", "status", "givenName", "middleName", "familyName", "preferredGivenName",
        "preferredFamilyName", "email", "sms", "phone", "agentSourcedIds", "metadata.infix",
        "metadata.called", "metadata.language",
    ),
    "roles": ("sourcedId", "status", "userSourcedId", "role", "orgSourcedId", "endDate"),
    "demographics": ("sourcedId", "status", "birthDate"),
    "enrollments": (
        "sourcedId", "status", "classSourcedId", "userSourcedId", "role", "beginDate", "endDate",
    ),
}  # fmt: skip
OTHERWISE = {"preferredGivenName": "preferredFirstName", "preferredFamilyName": "preferredLastName"}
MANIFEST = (("propertyName", "value"), ("oneroster.version", "1.2"), (ROWS, BY_KEY))
LONGEST = 5000  # of a cell
Cells = list[str]
Line = tuple[str, Cells]  # of which file, and what stands on it


class Unreadable(ValueError):
    pass


def lines_of(kind: str, row: Any) -> list[Line]:
    """One row of the server as lines of files. A user brings her roles along."""
    try:
        cells = [cell(row, column) for column in HEADS[kind]]
        if not cells[0]:
            raise Unreadable
        roles = _roles(row, cells[0], cells[1]) if kind == "users" else []
        return [(kind, [*cells, ""]), *roles]
    except Unreadable:
        return [(kind, [*(_what_can_be_read(row, column) for column in HEADS[kind]), "x"])]


def _what_can_be_read(row: Any, column: str) -> str:
    """The key above all: it says who stays as she is."""
    try:
        return cell(row, column)
    except Unreadable:
        return ""


def cell(row: Any, column: str) -> str:
    """What stands in the file under this name. Raises Unreadable."""
    if not isinstance(row, dict):
        raise Unreadable
    if column == "agentSourcedIds":
        return ",".join(_named(one) for one in _listed(row.get("agents")))
    if column.endswith("SourcedId"):
        return _named(row.get(column.removesuffix("SourcedId")))
    if column.startswith("metadata."):
        more = row.get("metadata")
        return _text(more.get(column.removeprefix("metadata."))) if isinstance(more, dict) else ""
    return _text(row.get(OTHERWISE.get(column, column))) or _text(row.get(column))


def _roles(row: dict[str, Any], key: str, status: str) -> list[Line]:
    """Without any of them nobody knows who is the child of two people: then the row is not to be read."""
    said = row.get("roles")
    if not isinstance(said, list) and status.lower() not in GONE:
        raise Unreadable
    return [("roles", _role(one, key)) for one in _listed(said)]


def _role(said: Any, key: str) -> Cells:
    if not isinstance(said, dict):
        raise Unreadable
    role, school, ends = _text(said.get("role")), _named(said.get("org")), _text(said.get("endDate"))
    return [key, "", key, role, school, ends, ""]


def _text(said: Any) -> str:
    """On one line."""
    if said is None:
        return ""
    if isinstance(said, bool):
        return str(said).lower()
    if not isinstance(said, str | int | float):
        raise Unreadable
    text = " ".join(str(said).split())
    if len(text) > LONGEST or not is_text(text):
        raise Unreadable
    return text


def _named(said: Any) -> str:
    """`{"sourcedId": "7"}`."""
    if said is None:
        return ""
    if not isinstance(said, dict):
        raise Unreadable
    return _text(said.get("sourcedId"))


def _listed(said: Any) -> list[Any]:
    if said is None:
        return []
    if not isinstance(said, list):
        raise Unreadable
    return said


def write(folder: Path, lines: Iterable[Line]) -> None:
    """The files of a whole set, line by line."""
    with ExitStack() as files:
        sheets = {
            name: csv.writer(files.enter_context(_opened(folder / f"{name}.csv")))
            for name in ("manifest", *HEADS)
        }
        sheets["manifest"].writerows(MANIFEST)
        for name, head in HEADS.items():
            sheets[name].writerow([*head, "unreadable"])
        for name, cells in lines:
            sheets[name].writerow(cells)


def _opened(file: Path) -> IO[str]:
    return file.open("w", encoding="utf-8", newline="")
