"""A moment is the same, whoever reads what PostgreSQL wrote."""

import datetime as dt

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import BaseTzLoader
from hypothesis import given
from hypothesis import strategies as st
from psycopg import DataError

from driehoek.base.core.moments import QuickLoader

TIMESTAMPTZ = 1184  # as PostgreSQL numbers its types


class OfDjango(BaseTzLoader):
    timezone = dt.UTC


def written(moment: dt.datetime) -> bytes:
    """As PostgreSQL writes it: no zeros behind the seconds, and of the zone no minutes that are none."""
    whole = moment.strftime("%Y-%m-%d %H:%M:%S").rjust(19, "0")
    return f"{whole}.{moment.microsecond:06}".rstrip("0").rstrip(".").encode() + b"+00"


@given(st.datetimes())
def test_it_reads_what_django_reads(moment: dt.datetime) -> None:
    text = written(moment)
    found = QuickLoader(TIMESTAMPTZ, None).load(memoryview(text))
    assert found == OfDjango(TIMESTAMPTZ, None).load(text) == moment.replace(tzinfo=dt.UTC)
    assert found.tzinfo is dt.UTC


@pytest.mark.parametrize("text", [b"infinity", b"0044-03-15 12:00:00+00 BC", b"12026-11-28 10:00:00+00"])
def test_what_is_no_moment_is_refused_as_django_does(text: bytes) -> None:
    for loader in (QuickLoader, OfDjango):
        with pytest.raises(DataError):
            loader(TIMESTAMPTZ, None).load(text)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no type for a moment")
def test_postgresql_is_read_so() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT TIMESTAMPTZ '2026-10-25 02:30:00.5 Europe/Amsterdam'")
        assert cursor.fetchone() == (dt.datetime(2026, 10, 25, 1, 30, 0, 500_000, dt.UTC),)
        assert cursor.connection.adapters.get_loader(TIMESTAMPTZ, 0) is QuickLoader
