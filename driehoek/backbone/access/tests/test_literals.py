"""Constants as literals in the SQL: the same question, and nothing that somebody typed ends up in it."""

import datetime as dt

import pytest
from django.db import connection

from driehoek.backbone.access.literals import spelled_out

DAY = dt.date(2026, 9, 1)
SQL = "SELECT %s WHERE a = %s AND b LIKE '%%x' AND c = %s AND d = %s AND e = %s"


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")


def test_a_constant_is_written_in_and_what_is_filled_or_a_day_stays_a_value(planner: None) -> None:
    sql, stays = spelled_out(SQL, [1, "staff", "typed", True, DAY], {2})
    assert sql == "SELECT 1 WHERE a = 'staff' AND b LIKE '%%x' AND c = %s AND d = true AND e = %s"
    assert stays == [2, 4]


@pytest.mark.parametrize(
    ("constant", "written"), [("d'Hondt", "'d''Hondt'"), ("100%", "'100%%'"), ("%s", "'%%s'"), (-1, " -1")]
)
def test_no_constant_ends_its_quotes_or_makes_a_gap(planner: None, constant: object, written: str) -> None:
    assert spelled_out("SELECT %s, %s", [constant, "x"], {1}) == (f"SELECT {written}, %s", [1])


def test_sqlite_keeps_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "sqlite")
    assert spelled_out(SQL, [1, "staff", "typed", True, DAY], {2}) == (SQL, [0, 1, 2, 3, 4])
