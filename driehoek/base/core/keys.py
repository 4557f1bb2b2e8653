"""Many keys as one parameter. Behind `in` Django takes up each of them by itself, and another number of them
is another statement to the database.

    Person.objects.filter(pk__among=frozenset(keys))
"""

import json
from typing import Any  # what Django hands to a lookup

from django.db.models import BigIntegerField, ForeignKey, Lookup


@BigIntegerField.register_lookup
@ForeignKey.register_lookup
class Among(Lookup[frozenset[int]]):
    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*parameters, json.dumps(list(self.rhs))]  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", [*parameters, "{" + ",".join(map(str, self.rhs)) + "}"]
