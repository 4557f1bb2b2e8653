"""Constants as literals in the SQL: the same question, and nothing that somebody typed ends up in it."""

import datetime as dt

import pytest
from django.db import connection

from driehoek.backbone.access.literals import spelled_out
from tests.cast import Cast

DAY = dt.date(2026, 9, 1)
SQL = "SELECT %s WHERE a = %s AND b LIKE '%%x' AND c = %s AND d = %s AND e = %s"


SPELLED = {"postgresql": "true", "sqlite": "1"}  # a yes


@pytest.fixture(params=SPELLED)
def vendor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name: str = request.param
    monkeypatch.setattr(connection, "vendor", name)
    return name


def test_a_constant_is_written_in_and_what_is_filled_or_a_day_stays_a_value(vendor: str) -> None:
    sql, stays = spelled_out(SQL, [1, "staff", "typed", True, DAY], {2})
    yes = SPELLED[vendor]
    assert sql == f"SELECT 1 WHERE a = 'staff' AND b LIKE '%%x' AND c = %s AND d = {yes} AND e = %s"
    assert stays == [2, 4]


@pytest.mark.parametrize(
    ("constant", "written"), [("d'Hondt", "'d''Hondt'"), ("100%", "'100%%'"), ("%s", "'%%s'"), (-1, " -1")]
)
def test_no_constant_ends_its_quotes_or_makes_a_gap(vendor: str, constant: object, written: str) -> None:
    assert spelled_out("SELECT %s, %s", [constant, "x"], {1}) == (f"SELECT {written}, %s", [1])


@pytest.mark.parametrize("constant", ["d'Hondt", "100%", "%s", "\\'", "", -1, 2**40, True, False])
def test_a_constant_means_what_its_value_meant(cast: Cast, constant: str | int) -> None:
    sql, stays = spelled_out("SELECT %s WHERE %s = %s", [constant, constant, constant], {2})
    with connection.cursor() as cursor:
        cursor.execute(sql, [constant for _place in stays])
        assert cursor.fetchall() == [(constant,)]
