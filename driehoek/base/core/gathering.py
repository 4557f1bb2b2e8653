"""Several rows in one column, so that a page need not ask for them apart."""

from typing import Any  # as Django compiles

from django.db.models import Aggregate, JSONField


class JSONRows(Aggregate):
    """A list of JSON objects, on either database."""

    function = "JSONB_AGG"
    name = "JSONRows"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)
