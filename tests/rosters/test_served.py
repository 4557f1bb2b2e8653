"""What a server says is read as the same files would be; and a row that cannot be read moves nobody."""

from pathlib import Path
from typing import Any

import pytest

from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.reading.rest import lines_of, write
from driehoek.facts.schools.roster_import.roster import Roster
from tests.rosters.days import TODAY
from tests.rosters.served import served
from tests.rosters.sheets import Sheets

Rows = dict[str, list[Any]]


def roster_of(rows: Rows, folder: Path) -> Roster:
    folder.mkdir()
    write(folder, (line for kind, some in rows.items() for row in some for line in lines_of(kind, row)))
    return read([folder], TODAY)


def placeless(things: dict[Any, Any]) -> dict[Any, list[str]]:
    """Without where each stood."""
    return {
        key: [str(getattr(thing, name)) for name in type(thing).__slots__ if name not in ("place", "custody")]
        for key, thing in things.items()
    }


def test_a_server_and_a_file_say_the_same(tmp_path: Path) -> None:
    sheets = Sheets.filled(30)
    (tmp_path / "csv").mkdir()
    for name, text in sheets.files().items():
        (tmp_path / "csv" / name).write_text(text, encoding="utf-8")
    said, told = read([tmp_path / "csv"], TODAY), roster_of(served(sheets.files()), tmp_path / "rest")
    for name in ("schools", "people", "groups", "enrolments", "appointments", "guardianships"):
        assert placeless(getattr(said, name)) == placeless(getattr(told, name)), name
    assert told.students == said.students and len(told.people) == 61 and not told.faults
    assert {row.custody for row in told.guardianships.values()} == {None}  # a server does not say it


BROKEN = [
    ("users", {"givenName": ["Noor"]}, "noor"),
    ("users", {"familyName": "a\0b"}, "noor"),
    ("users", {"email": "\ud800"}, "noor"),
    ("users", {"roles": None}, "noor"),
    ("users", {"roles": ["student"]}, "noor"),
    ("users", {"agents": {"sourcedId": "anna"}}, "noor"),
    ("users", {"givenName": "x" * 6000}, "noor"),
    ("users", {"givenName": None}, "noor"),
    ("users", {"status": []}, "noor"),
    ("users", {"status": "asleep"}, "noor"),
    ("demographics", {"birthDate": "31 mei"}, "noor"),
    ("demographics", {"birthDate": {}}, "noor"),
    ("enrollments", {"role": {}}, "noor"),
    ("enrollments", {"class": {"sourcedId": "c9"}}, "noor"),
    ("classes", {"title": []}, "c5"),
]


@pytest.mark.parametrize(("kind", "wrong", "held"), BROKEN, ids=lambda said: str(said)[:40])
def test_whoever_a_broken_row_is_about_stays_as_she_is(
    kind: str, wrong: dict[str, Any], held: str, tmp_path: Path
) -> None:
    rows = served(Sheets.small().files())
    rows[kind][0] |= wrong
    roster = roster_of(rows, tmp_path / "rest")
    assert held in roster.held
    fault = roster.faults[0]
    assert (fault.file, fault.line) == (
        f"{kind} {rows[kind][0]['sourcedId']}",
        0,
    )  # by its key, not by a line
    assert len(roster.faults) == 1 or kind == "classes"  # of which who works there stands nowhere


@pytest.mark.parametrize("kind", ["orgs", "classes", "users", "demographics", "enrollments"])
@pytest.mark.parametrize("broken", [17, None, "row", [], {}, {"sourcedId": None}, {"sourcedId": "=1+1"}])
def test_a_row_about_nobody_asks_a_person(kind: str, broken: Any, tmp_path: Path) -> None:
    rows = served(Sheets.small().files())
    rows[kind].insert(0, broken)
    assert roster_of(rows, tmp_path / "rest").blind == 1


def test_the_words_of_the_json_binding_count_as_well(tmp_path: Path) -> None:
    rows = served(Sheets.small().files())
    rows["users"][0] |= {"preferredFirstName": "Noortje", "metadata": {"infix": "van", "language": "TR"}}
    rows["users"][1] |= {"middleName": "van der", "sms": 612345678, "enabledUser": False}
    roster = roster_of(rows, tmp_path / "rest")
    noor, sem = roster.people["noor"], roster.people["sem"]
    assert (noor.given_name, noor.infix, noor.language) == ("Noortje", "van", "tr")
    assert sem.infix == "van der"


def test_who_is_to_be_deleted_is_gone(tmp_path: Path) -> None:
    rows = served(Sheets.small().files())
    gone = next(row for row in rows["users"] if row["sourcedId"] == "sem")
    gone |= {"status": "tobedeleted", "roles": None}
    roster = roster_of(rows, tmp_path / "rest")
    assert "sem" not in roster.people and "sem" not in roster.held and not roster.faults
