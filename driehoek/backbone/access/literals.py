"""What a rule always compares with stands in the SQL itself, where PostgreSQL sees it when it plans: branches
of a question that can never hold are left out of the plan, and a page hands on a third fewer values."""

import re
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any  # values of any type

from django.db import connection

GAP = re.compile("%(.)")
ALWAYS = (str, bool, int)  # a day stays a value: else each midnight would bring new plans


def spelled_out(sql: str, values: Sequence[Any], filled: Collection[int]) -> tuple[str, list[int]]:
    """The SQL with its constants written in, and the places of the values that stay: those that are `filled`
    anew each time, and those that are of another kind. SQLite is quick either way, and keeps them all."""
    if connection.vendor != "postgresql":
        return sql, list(range(len(values)))
    spell = import_module("psycopg.sql").Literal  # on SQLite it is not read in
    stays = [at for at, value in enumerate(values) if at in filled or not isinstance(value, ALWAYS)]
    kept, places = set(stays), iter(range(len(values)))

    def written(gap: re.Match[str]) -> str:
        if gap[1] != "s" or (at := next(places)) in kept:
            return gap[0]
        return str(spell(values[at]).as_string(None)).replace("%", "%%")

    return GAP.sub(written, sql), stays
