"""SQLite wants question marks where Django writes gaps. Django looks for them each time a statement is asked,
which took half a millisecond of a page; what is asked often is remembered."""

from functools import lru_cache
from typing import Any  # a cursor of Django's

from django.db.backends.sqlite3.base import SQLiteCursorWrapper

KEPT, LONG = 250, 10_000  # statements, and signs: what is longer writes many rows, and is not asked again
mark = SQLiteCursorWrapper.convert_query


@lru_cache(maxsize=KEPT)
def _marked(statement: str) -> str:
    return mark(None, statement)  # type: ignore[arg-type]  # it does not look at the cursor


def marked(cursor: Any, statement: str, *, param_names: list[str] | None = None) -> str:
    """The statement as SQLite reads it."""
    if param_names is None and len(statement) < LONG:
        return _marked(statement)
    return mark(cursor, statement, param_names=param_names)
