"""A school that joined the system of its roster, and one turn at it."""

import datetime as dt
from typing import Any

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, School
from driehoek.features.rosters.fetching import Fetching
from driehoek.features.rosters.models import Connection, Run
from tests.rosters.days import NOW, TODAY
from tests.rosters.served import served
from tests.rosters.sheets import Sheets
from tests.servers.oneroster import CLIENT, SECRET, MarkBook

AN_HOUR = dt.timedelta(hours=1)
A_NIGHT = dt.timedelta(days=1)


def join(school: School, office: Person, book: MarkBook, *, address: str = "") -> Connection:
    said = {"name": "ParnasSys", "address": address or book.address, "token_address": f"{book.place}/token"}
    return Connection.set_up(school, said | {"client_id": CLIENT}, secret=SECRET, by=office, at=NOW)


def fetch(
    connection: Connection, *, size: int = 7, seconds: float = 60, later: Any = None, **more: Any
) -> Run:
    connection.refresh_from_db()
    now = NOW + (later or dt.timedelta())
    Fetching(connection, lambda: now, pause=lambda _s: None, size=size, **more).work(seconds=seconds)
    return Run.objects.latest("pk")


def agree(run: Run, office: Person) -> None:
    """As the office does on the page."""
    run.upload.agree(run.upload.proposal.digest, by=office, now=NOW, today=TODAY)


def seated() -> int:
    return Enrolment.objects.filter(group__school__name="De Meander", ends_on=None).count()


def child(number: int, **more: Any) -> dict[str, list[dict[str, Any]]]:
    """One more, of class c5, at noon."""
    sheets = Sheets("De Meander", classes={"c5": "groep 5"})
    sheets.add(f"nieuw{number}", "student", "Nieuwe Bakker", "2018-09-09")
    sheets.seats = [(f"nieuw{number}", "c5", "student")]
    rows = served(sheets.files(), stamp="2026-11-19T12:00:00Z")
    rows["enrollments"][0]["sourcedId"] = f"enieuw{number}"
    rows["users"][0] |= more
    return {kind: rows[kind] for kind in ("users", "demographics", "enrollments")}


def add(book: MarkBook, rows: dict[str, list[dict[str, Any]]]) -> None:
    for kind, some in rows.items():
        book.rows[kind] += some
