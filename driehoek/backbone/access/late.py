"""Questions inside questions, drawn up once: when the statement around them is written.

Django draws up an inner query anew at each level around it; in a rule that stands seven deep, seven times.
`any_in(...)` stands in a filter like `Exists(...)`, and `keys_in(...)` behind `__in` like a queryset. What
they ask is the same. See docs/decisions/0178-questions-drawn-up-late.md.
"""

from collections.abc import Sequence
from typing import Any  # expressions and compilers of Django's, which it does not type

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.expressions import BaseExpression, Combinable, ResolvedOuterRef
from django.db.models.sql import Query
from django.db.models.sql.where import WhereNode


def any_in(queryset: QuerySet[Any, Any]) -> "There | Exists":
    """Whether there is such a row."""
    try:
        return There(queryset.query.exists())
    except _TooDeep:
        return Exists(queryset)


def keys_in(queryset: QuerySet[Any, Any]) -> "Late | QuerySet[Any, Any]":
    """The values of its one column; of rows, their keys."""
    query = queryset.query.clone()
    query.clear_ordering(clear_default=True)
    if not query.has_select_fields:
        query.clear_select_clause()
        query.add_fields(["pk"])
    try:
        return Late(query)
    except _TooDeep:
        return queryset


class Late(BaseExpression):
    """An inner query. The query around sees nothing of it but the columns of its own that it needs."""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.query = query
        self.names = _opened(query)
        self.columns: list[Any] = [ResolvedOuterRef(name) for name in self.names]

    def get_source_expressions(self) -> list[Any]:
        return self.columns

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        self.columns = list(exprs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        inner = self.query.clone()
        inner.alias_prefix = compiler.query.alias_prefix
        inner.bump_prefix(compiler.query)  # its tables get names of their own
        writing = inner.get_compiler(connection=connection)
        columns = map(compiler.compile, self.columns)
        writing.outside = dict(zip(self.names, columns, strict=True))
        sql, parameters = writing.as_sql()
        return f"({sql})", parameters


class There(Late, Combinable):
    """True where the inner query has a row."""

    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        try:
            sql, parameters = super().as_sql(compiler, connection)
        except EmptyResultSet:
            nothing: tuple[str, Any] = compiler.compile(Value(False))
            return nothing
        return f"EXISTS{sql}", parameters


class _Outside(BaseExpression):
    """A column of the query around. Which one it is, that query's compiler tells when it writes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, _connection: Any) -> tuple[str, Any]:
        column: tuple[str, Any] = compiler.outside[self.name]
        return column


class _TooDeep(Exception):
    """It names the query around in a place where we do not look: Django knows how."""


def _opened(query: Query) -> list[str]:
    """The columns that it names of the query around; they are _Outside from now on. Raises _TooDeep."""
    if query.combinator or any(map(_looks_out, query.annotations.values())):
        raise _TooDeep
    names: dict[str, None] = {}
    _open(query.where, names)
    return list(names)


def _open(node: Any, names: dict[str, None]) -> Any:
    if isinstance(node, ResolvedOuterRef):
        name: str = vars(node)["name"]
        names[name] = None
        return _Outside(name)
    if isinstance(node, WhereNode):
        node.children = [_open(child, names) for child in node.children]
        return node
    if not _looks_out(node):
        return node
    if isinstance(node, Query | Subquery | OuterRef) or _is_outer_still(node):
        raise _TooDeep
    opened = node.copy()
    opened.set_source_expressions([_open(part, names) for part in node.get_source_expressions()])
    return opened


def _looks_out(node: Any) -> bool:
    if isinstance(node, ResolvedOuterRef | OuterRef) or _is_outer_still(node):
        return True
    if isinstance(node, Query):
        return any(map(_looks_out, [*node.annotations.values(), node.where, *node.combined_queries]))
    return any(map(_looks_out, getattr(node, "get_source_expressions", list)()))


def _is_outer_still(node: Any) -> bool:
    """A lookup of a column two queries further out: it does not count that among its parts."""
    return isinstance(getattr(node, "rhs", None), OuterRef)
