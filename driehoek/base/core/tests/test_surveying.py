"""The database counts its tables, and goes on using the statements that it has put together."""

import sqlite3

import pytest
from django.db import connection

from driehoek.base.core.surveying import survey
from driehoek.base.core.tasks import survey_tables
from tests.cast import Cast

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="it is about SQLite's own ways")
CHILDREN = 'SELECT "student_id" FROM "schools_enrolment" WHERE "group_id" = %s'


def put_together_anew(called: str) -> bool:
    """Whether one statement is put together once more for another value: then SQLite asks what it may read.
    Each time another one, for it goes on as it was first put together."""
    asked = []

    def ask(group: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"{CHILDREN} -- {called}", [group])
            cursor.fetchall()

    def may_read(*what: object) -> int:
        asked.append(what)
        return sqlite3.SQLITE_OK

    connection.connection.set_authorizer(may_read)
    try:
        ask(1)
        asked.clear()
        ask(2)
        return bool(asked)
    finally:
        connection.connection.set_authorizer(None)


@on_sqlite
def test_after_the_count_a_statement_is_put_together_once(cast: Cast) -> None:
    survey()
    assert not put_together_anew("counted")


@on_sqlite
def test_samples_of_values_would_have_it_put_together_anew(cast: Cast) -> None:
    """The control: what SQLite does without a limit."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit = 0")
        cursor.execute("ANALYZE")
    assert put_together_anew("sampled")
    survey()
    assert not put_together_anew("counted again")


@on_sqlite
def test_it_knows_how_many_rows_there_are(cast: Cast) -> None:
    survey_tables.call()
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'schools_enrolment'")
        counted = {int(stat.split()[0]) for (stat,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM schools_enrolment")
        (rows,) = cursor.fetchone()
    assert rows in counted and rows > 50
