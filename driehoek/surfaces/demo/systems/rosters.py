"""The roster of De Vlieger as its system sends it: what stands in its files, and what is new this morning.

Adults are the agents of a child: of custody such a system says nothing.
"""

import csv
import datetime as dt
import io
from typing import Any  # a row as JSON holds it

from driehoek.base.core.clock import at, day_of
from driehoek.surfaces.demo.loading.rosters import in_this_year
from driehoek.surfaces.demo.loading.sources import FILES, Calendar
from driehoek.surfaces.demo.systems.news import news_of, stamp

SCHOOL = "de-vlieger"
KINDS = ("orgs", "academicSessions", "classes", "users", "demographics", "enrollments")
NAMED = {"class": "classSourcedId", "school": "schoolSourcedId", "user": "userSourcedId"}
MORE = "metadata."
NIGHT = dt.time(4)
Row = dict[str, Any]
Cells = dict[str, str]


def rows_of(kind: str, now: dt.datetime) -> list[Row]:
    """What is said this morning stands in the place of what stood there."""
    if kind not in KINDS:
        return []
    calendar = Calendar(day_of(now))
    written = stamp(at(min(calendar.first_day, calendar.today - dt.timedelta(days=1)), NIGHT))
    rows = {cells["sourcedId"]: _row(cells, written) for cells in _cells(kind, calendar)}
    if kind == "users":
        _say_who_is_what(rows, calendar)
    for row in news_of(SCHOOL, kind, now):
        rows[row["sourcedId"]] = rows.get(row["sourcedId"], {}) | row
    return list(rows.values())


def _cells(file: str, calendar: Calendar) -> list[Cells]:
    text = (FILES / "rosters" / SCHOOL / f"{file}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(in_this_year(text, calendar))))


def _row(cells: Cells, written: str) -> Row:
    said: Row = {
        name: cell
        for name, cell in cells.items()
        if cell and not name.endswith("SourcedId") and not name.startswith(MORE)
    }
    more = {name.removeprefix(MORE): cell for name, cell in cells.items() if name.startswith(MORE) and cell}
    named = {name: {"sourcedId": cells[column]} for name, column in NAMED.items() if cells.get(column)}
    return said | named | {"dateLastModified": written} | ({"metadata": more} if more else {})


def _say_who_is_what(users: dict[str, Row], calendar: Calendar) -> None:
    for cells in _cells("roles", calendar):
        role = {"role": cells["role"], "org": {"sourcedId": cells["orgSourcedId"]}}
        users[cells["userSourcedId"]].setdefault("roles", []).append(role)
    for cells in _cells("relationships", calendar):
        agents = users[cells["userSourcedId"]].setdefault("agents", [])
        agents.append({"sourcedId": cells["relationshipUserSourcedId"]})
