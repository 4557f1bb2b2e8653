"""What a statement looks like to the database is found out once."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from psycopg import _queries
from psycopg.adapt import Transformer

from driehoek.backbone.access import marking

LONG = f"SELECT %s, '{'a' * 40_000}'"
MANY_ROWS = f"SELECT %s, '{'b' * 80_000}'"


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Statements that psycopg looks through for gaps."""
    seen: list[bytes] = []
    look: Callable[..., object] = _queries._split_query

    def counted(statement: bytes, *more: object) -> object:
        seen.append(statement)
        return look(statement, *more)

    monkeypatch.setattr(_queries, "_split_query", counted)
    for name in ("MAX_CACHED_STATEMENT_LENGTH", "MAX_CACHED_STATEMENT_PARAMS", "_query2pg"):
        monkeypatch.setattr(_queries, name, getattr(_queries, name))  # put back afterwards
    monkeypatch.setattr(marking, "connection", SimpleNamespace(vendor="postgresql"))
    marking.remember_long_ones()
    return seen


def ask(statement: str) -> bytes:
    asked = _queries.PostgresQuery(Transformer())
    asked.convert(statement, [1])
    return asked.query


def test_a_long_statement_is_looked_through_once(looks: list[bytes]) -> None:
    assert ask(LONG) == ask(LONG) == LONG.replace("%s", "$1").encode()
    assert len(looks) == 1


def test_one_that_writes_many_rows_is_not_kept(looks: list[bytes]) -> None:
    ask(MANY_ROWS)
    ask(MANY_ROWS)
    assert len(looks) == 2


def test_the_same_goes_for_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(_cursor: object, statement: str, *, param_names: object = None) -> str:
        seen.append(statement)
        return statement

    monkeypatch.setattr(marking, "mark", counted)
    marking._marked.cache_clear()
    for statement in (LONG, LONG, MANY_ROWS, MANY_ROWS):
        marking.marked(None, statement)
    marking._marked.cache_clear()
    assert seen == [LONG, MANY_ROWS, MANY_ROWS]
    assert SQLiteCursorWrapper.convert_query is marking.marked  # type: ignore[comparison-overlap]
