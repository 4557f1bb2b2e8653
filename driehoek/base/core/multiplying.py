"""Many rows by one statement: the database reads some and writes others, and nothing travels in between."""

from typing import Any  # rows of any model, and what Django hands to an expression

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, Func, Model, QuerySet, UUIDField, Value
from django.db.models.constants import OnConflict


class RandomUUID(Func):
    """Another one for each row."""

    template = "gen_random_uuid()"
    output_field = UUIDField()

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        return self.as_sql(compiler, connection, template="lower(hex(randomblob(16)))")


def multiply(pattern: Model, rows: QuerySet[Any, Any], **differing: F | Func) -> int:
    """For each of these rows one like the pattern, save what differs from row to row. What is there already
    stays. Gives how many are new."""
    fields = [field for field in pattern._meta.concrete_fields if not field.primary_key]
    values = [
        differing.get(field.name, Value(getattr(pattern, field.attname), output_field=field))
        for field in fields
    ]
    connection = connections[rows.db]
    try:
        select, parameters = rows.order_by().values_list(*values).query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return 0
    begin = connection.ops.insert_statement(on_conflict=OnConflict.IGNORE)
    end = connection.ops.on_conflict_suffix_sql(fields, OnConflict.IGNORE, (), ())
    table = connection.ops.quote_name(pattern._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(f"{begin} {table} ({columns}) {select} {end}", parameters)
        return int(cursor.rowcount)
