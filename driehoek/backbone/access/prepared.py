"""Queries that are put together once and from then on only filled in: most of a page's time went there.

`prepared(build, viewer, 5)` gives the rows of `build(viewer, 5)`. The first time, `build` gets a stand-in for
each argument, with invented keys, and what it makes of them is kept as SQL with gaps. Afterwards only the
gaps are filled, for everybody whose seats have the same shape. What `build` asks stays the definition.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar  # what is filled in is of any type, and so are the rows

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.models import Model, QuerySet
from django.db.models.expressions import BaseExpression
from django.db.models.query import ModelIterable, ValuesListIterable

from driehoek.backbone.access.copying import copied
from driehoek.backbone.access.hydrating import hydration
from driehoek.backbone.access.literals import spelled_out
from driehoek.backbone.access.marking import marked, remember_long_ones

Row = TypeVar("Row", bound=Model)
KEPT = 1000  # statements, of some 20 KB each
SIDE_BY_SIDE = 4  # stand-ins, two of a shape: what the rules said of one takes a megabyte
NOTHING = ("", ())
LISTS = {frozenset({int}): "keys", frozenset({str}): "words"}  # lists of one kind, of which there are most
KINDS = (ModelIterable, ValuesListIterable)
PLACE = re.compile("%(.)")
SOME_DAY = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
# Each new connection would ask whether it knows JSON, and wait for whoever writes. Ours all do.
SQLite.features_class.supports_json_field = True  # type: ignore[method-assign, assignment]  # a cached property
SQLiteCursorWrapper.convert_query = marked  # type: ignore[method-assign, assignment]  # once a statement
remember_long_ones()
BaseExpression.copy = copied  # type: ignore[method-assign, assignment]


class Gaps:
    """The values to fill in, each with a number; what is the same gets the same number."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[tuple[str, Any], int] = {}

    def take_over(self, others: "Gaps") -> None:
        self.values, self._numbers = others.values.copy(), others._numbers.copy()

    def number(self, kind: str, value: Any) -> int | None:
        """Of a key among keys of one kind; None stays None."""
        if value is None:
            return None
        if (kind, value) not in self._numbers:
            self._numbers[kind, value] = len(self.values)
            self.values.append(value)
        return self._numbers[kind, value]

    def add(self, *values: Any) -> int:
        """Values that nobody else means: the number of the first."""
        self.values += values
        return len(self.values) - len(values)


class Invented:
    """Stand-ins for numbered gaps. Two series, so that whatever depends on a value shows itself."""

    def __init__(self, series: int) -> None:
        self.series = series
        self.first, self.step = (10**15, 1) if series == 1 else (2 * 10**15, -1)
        self.made: dict[Any, int] = {}  # the number of each, by the value as the database gets it

    def key(self, number: int | None) -> int | None:
        return None if number is None else self._known(self.first + number * self.step, number)

    def word(self, number: int) -> str:
        word = f"<{self.first + number * self.step}>"
        self._known(word, number)
        return word

    def moment(self, number: int, day: dt.datetime = SOME_DAY) -> dt.datetime:
        """Soon after the beginning of that day."""
        moment = day + dt.timedelta(microseconds=self.first // 10**12 + number)
        self._known(_adapted(moment), number)
        return moment

    def _known(self, value: Any, number: int) -> Any:
        self.made[value] = number
        return value


class Shaped(Protocol):
    """What can stand in for itself: a viewer."""

    def shape(self, gaps: Gaps) -> Hashable: ...

    @classmethod
    def of_shape(cls, shape: Any, invented: Invented) -> Any: ...


class Statement:
    """SQL with gaps, and how to make rows of what it finds. Holds no connection: threads come and go."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], shapes: tuple[Any, ...]) -> None:
        one, other = Invented(1), Invented(2)
        made, compiler, self.sql, self.parameters = _put_together(build, shapes, one)
        _made, _compiler, sql, parameters = _put_together(build, shapes, other)
        if sql != self.sql or len(parameters) != len(self.parameters):
            raise TypeError("a prepared query may not change its form with the values")
        gaps = _gaps(self.sql, self.parameters, one, parameters, other)
        self.sql, stays = spelled_out(self.sql, self.parameters, {at for at, _number, _kind in gaps})
        self.parameters = [self.parameters[at] for at in stays]
        self.gaps = [(stays.index(at), number, kind) for at, number, kind in gaps]
        if self.sql:
            columns = [column[0] for column in compiler.select[: compiler.col_count]]
            self.converters = [
                (at, column, [_of_any(compiler.connection, converter) for converter in converters])
                for at, (converters, column) in compiler.get_converters(columns).items()
            ]
            self.hydrate = hydration(compiler) if issubclass(made, ModelIterable) else _first(len(columns))

    def ask(self, values: Sequence[Any]) -> list[Any]:
        if not self.sql:
            return []
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(self.sql, self.filled(values))
            return self.made_of(cursor.fetchall())

    def filled(self, values: Sequence[Any]) -> list[Any]:
        """The parameters of its SQL."""
        fit = [_adapted(value) if isinstance(value, dt.datetime) else value for value in values]
        parameters = list(self.parameters)
        for at, number, kind in self.gaps:
            parameters[at] = kind(fit[number]) if kind else fit[number]
        return parameters

    def made_of(self, found: Iterable[Sequence[Any]]) -> list[Any]:
        """Rows of what the database found."""
        if self.converters:
            found = self._converted(found, connections[DEFAULT_DB_ALIAS])
        return [self.hydrate(row) for row in found]

    def _converted(self, found: Iterable[Sequence[Any]], connection: Any) -> Iterator[list[Any]]:
        steps = [
            (at, column, getattr(connection.ops, converter) if isinstance(converter, str) else converter)
            for at, column, converters in self.converters
            for converter in converters
        ]
        for row in map(list, found):
            for at, column, converter in steps:
                row[at] = converter(row[at], column, connection)
            yield row


def prepared(build: Callable[..., QuerySet[Row, Any]], *given: Any) -> list[Any]:
    """The rows of `build(*given)`: rows of a model, or tuples for a values_list.

    A viewer, a key (int), a word (str), a moment and a tuple of those may differ each time; a day and a yes
    or no are part of the question. `build` must be something that lasts, such as a function of a module. It
    may not compare one given thing with another: stand-ins are never the same.
    Raises TypeError when it does more with a value than hand it on, and when it asks the database.
    """
    statement, values = put_together(build, given)
    return statement.ask(values)


def put_together(
    build: Callable[..., QuerySet[Any, Any]], given: Iterable[Any]
) -> tuple[Statement, list[Any]]:
    """The statement that asks this, and the values for its gaps."""
    gaps = Gaps()
    shapes = tuple(_shape(thing, gaps) for thing in given)
    return _statement(build, shapes), gaps.values


def forget() -> None:
    """Put every query together anew. For whoever changes a rule while the process runs, as tests do."""
    _statement.cache_clear()
    _like.cache_clear()


def padded(keys: Iterable[int]) -> tuple[int, ...]:
    """The same keys, the last one repeated up to a power of two: lists of any length in a few shapes."""
    given = tuple(keys)
    return given + given[-1:] * ((1 << max(len(given) - 1, 0).bit_length()) - len(given)) if given else ()


@lru_cache(maxsize=KEPT)
def _statement(build: Callable[..., QuerySet[Row, Any]], shapes: tuple[Any, ...]) -> Statement:
    return Statement(build, shapes)


def _put_together(
    build: Callable[..., QuerySet[Any, Any]], shapes: tuple[Any, ...], invented: Invented
) -> Any:
    """The kind of rows, the compiler, the SQL and its parameters."""
    with connections[DEFAULT_DB_ALIAS].execute_wrapper(_ask_nothing):
        queryset = build(*(_stand_in(shape, invented) for shape in shapes))
        made, compiler = queryset._iterable_class, queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
        if not issubclass(made, KINDS) or vars(queryset)["_prefetch_related_lookups"]:
            raise TypeError("a prepared query gives rows of a model or of values_list(), and nothing beside")
        try:
            return made, compiler, *compiler.as_sql()
        except EmptyResultSet:
            return made, compiler, *NOTHING


def _ask_nothing(*_asked: object) -> None:
    """An answer of the database would be kept with the SQL, and hold for everybody ever after."""
    raise TypeError("a prepared query may not ask anything while it is put together")


def _gaps(
    sql: str, ones: Sequence[Any], one: Invented, others: Sequence[Any], other: Invented
) -> list[tuple[int, int, type | None]]:
    """Where the values go: place, number, and of a whole number the kind that the database wants. The two
    series run in opposite directions, so that whatever picks among its values picks two different ones; only
    within one IN (...) they may come in any order."""
    lists, places = _lists(sql), [at for at, value in enumerate(ones) if value != others[at]]
    mine, theirs = (
        [(lists[at], series.made.get(values[at])) for at in places]
        for series, values in ((one, ones), (other, others))
    )
    if Counter(mine) != Counter(theirs) or any(number is None for _list, number in mine):
        raise TypeError("a prepared query may use the values it was given only as they are")
    kinds = [type(ones[at]) if isinstance(ones[at], int) else None for at in places]
    numbers = [number for _list, number in mine if number is not None]
    return list(zip(places, numbers, kinds, strict=True))


def _lists(sql: str) -> list[int]:
    """For each parameter a number, the same for those in one IN (...)."""
    numbers: list[int] = []
    end, listed = 0, False
    for place in PLACE.finditer(sql):
        if place[1] == "s":
            before, end = sql[end : place.start()], place.end()
            goes_on = listed and before == ", "
            listed = goes_on or before.endswith(" IN (")
            numbers.append(numbers[-1] if goes_on else len(numbers))
    return numbers


def _shape(thing: Any, gaps: Gaps) -> Hashable:
    if isinstance(thing, dt.datetime):
        return ("moment", gaps.number("moment", thing))
    if isinstance(thing, dt.date | bool):
        return ("as it is", thing)
    if isinstance(thing, int | str):
        return ("key" if isinstance(thing, int) else "word", gaps.add(thing))
    if isinstance(thing, tuple) and (alike := LISTS.get(frozenset(map(type, thing)))):
        return (alike, (gaps.add(*thing), len(thing)))
    if isinstance(thing, tuple):
        return ("tuple", tuple(_shape(one, gaps) for one in thing))
    return (type(thing), thing.shape(gaps))


def _stand_in(shape: Any, invented: Invented) -> Any:
    kind, what = shape
    if kind in ("key", "word", "moment"):
        return getattr(invented, kind)(what)
    if kind in LISTS.values():
        first, length = what
        return tuple(_stand_in((kind[:-1], first + more), invented) for more in range(length))
    if kind == "tuple":
        return tuple(_stand_in(one, invented) for one in what)
    if kind == "as it is":
        return what
    stand_in, made = _like(kind, what, invented.series)
    invented.made |= made
    return stand_in


@lru_cache(maxsize=SIDE_BY_SIDE)
def _like(kind: type[Shaped], shape: Any, series: int) -> tuple[Any, dict[Any, int]]:
    """The stand-in of that shape, and what is invented of it. The statements of one page share it, and so
    what the rules said of it."""
    invented = Invented(series)
    return kind.of_shape(shape, invented), invented.made


def _adapted(moment: dt.datetime) -> Any:
    return connections[DEFAULT_DB_ALIAS].ops.adapt_datetimefield_value(moment)


def _of_any(connection: Any, converter: Callable[..., Any]) -> Callable[..., Any] | str:
    """A converter; of one that belongs to this connection only the name, so that it is not kept alive."""
    return converter.__name__ if getattr(converter, "__self__", None) is connection.ops else converter


def _first(few: int) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Behind what was asked for, the database may give what it sorted by."""
    return lambda row: tuple(row[:few])
