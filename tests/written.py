"""What a page writes: every statement that changes a row, by the table it changes."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any  # what Django hands to a wrapper of its cursors

from django.db import connection

WRITES = r"\b(?:INSERT|UPDATE|DELETE|MERGE)\b"
LOOKS = re.compile(
    r"\s*(?:--.*\n\s*)*\(*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|SET|SHOW|PRAGMA|EXPLAIN"
    rf"|WITH\b(?![\s\S]*{WRITES}))\b", re.I,
)  # fmt: skip
TABLE = re.compile(r'"(\w+)"')


@contextmanager
def written() -> Iterator[list[str]]:
    """The tables in which rows changed, one entry for each statement that changed any."""
    changed: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        answer = execute(sql, params, many, context)
        counted = context["cursor"].rowcount or " RETURNING " in sql  # SQLite counts those only when read
        if counted and not LOOKS.match(sql):
            table = TABLE.search(sql)
            changed.append(table[1] if table else sql)
        return answer

    with connection.execute_wrapper(watch):
        yield changed
