"""SQLite wants question marks where Django writes gaps, and PostgreSQL numbers. Django and psycopg look for
them each time a statement is asked, which took a tenth of a page; what is asked often is remembered. Psycopg
does that for short statements only, and the policy makes long ones."""

from functools import lru_cache
from importlib import import_module
from typing import Any  # a cursor of Django's

from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

# Statements, signs and gaps: what is longer writes many rows, and is not asked again.
KEPT, LONG, MANY = 250, 64_000, 500
mark = SQLiteCursorWrapper.convert_query


@lru_cache(maxsize=KEPT)
def _marked(statement: str) -> str:
    return mark(None, statement)  # type: ignore[arg-type]  # it does not look at the cursor


def marked(cursor: Any, statement: str, *, param_names: list[str] | None = None) -> str:
    """The statement as SQLite reads it."""
    if param_names is None and len(statement) < LONG:
        return _marked(statement)
    return mark(cursor, statement, param_names=param_names)


def remember_long_ones() -> None:
    """From now on psycopg remembers the statements of the policy too. On SQLite it is not read in: it takes
    five megabytes of each process."""
    if connection.vendor != "postgresql":
        return
    psycopg: Any = import_module("psycopg._queries")
    psycopg.MAX_CACHED_STATEMENT_LENGTH, psycopg.MAX_CACHED_STATEMENT_PARAMS = LONG, MANY
    psycopg._query2pg = lru_cache(maxsize=KEPT)(psycopg._query2pg_nocache)
