"""What a rule always compares with stands in the SQL itself, where a database sees it when it plans. On
PostgreSQL branches of a question that can never hold are left out of the plan. SQLite looks at each value
that stands beside the condition of a partial index, and plans anew whenever it is filled in, be it the same
again: one of 117 KB took 23 ms each time, and takes 2. And a page hands on a third fewer.
"""

import re
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any  # values of any type

from django.db import connection

GAP = re.compile("%(.)")
ALWAYS = (str, bool, int)  # a day stays a value: else each midnight would bring new plans


def spelled_out(sql: str, values: Sequence[Any], filled: Collection[int]) -> tuple[str, list[int]]:
    """The SQL with its constants written in, and the places of the values that stay: those that are `filled`
    anew each time, and those that are of another kind."""
    spell = _of_postgresql if connection.vendor == "postgresql" else _of_sqlite
    stays = [at for at, value in enumerate(values) if at in filled or not isinstance(value, ALWAYS)]
    kept, places = set(stays), iter(range(len(values)))

    def written(gap: re.Match[str]) -> str:
        if gap[1] != "s" or (at := next(places)) in kept:
            return gap[0]
        return spell(values[at]).replace("%", "%%")

    return GAP.sub(written, sql), stays


def _of_postgresql(value: str | bool | int) -> str:
    return str(import_module("psycopg.sql").Literal(value).as_string(None))  # on SQLite it is not read in


def _of_sqlite(value: str | bool | int) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return f"{' ' * (value < 0)}{int(value)}"  # never two dashes, which begin a comment
