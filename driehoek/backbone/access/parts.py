"""A page of many parts asks as often as its deepest part, however many parts it has.

A part is a generator: `talks = yield from asked(_talks, viewer, child.pk)` gets the rows of a question as
prepared() takes it, and the part may ask on with what it found. Parts of one page are read side by side: what
they ask at the same time goes to the database as one statement. Who sees what, the policy says, as ever.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar  # rows of any model, for any part

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Exists, Model, OuterRef, QuerySet

from driehoek.backbone.access.prepared import Statement, prepared, put_together
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer

Made = TypeVar("Made")
JOINED = 100  # statements that are kept, of some 40 KB each
PLACE = "driehoek_place"  # the first column of each question: in which order its rows come


class Question(NamedTuple):
    build: Callable[..., QuerySet[Any, Any]]
    given: tuple[Any, ...]


Answers = list[list[Any]]  # the rows of each question of one round
Asking = Generator[list[Question], Answers, Made]


def asked(build: Callable[..., QuerySet[Any, Any]], *given: Any) -> Asking[list[Any]]:
    """What prepared() gives, at the turn of this part."""
    (found,) = yield [Question(build, given)]
    return found


def allowed(thing: Model, viewer: Viewer, *acts: str) -> Asking[set[str]]:
    """Which of these acts this viewer may do with it."""
    found = yield from asked(_Which(type(thing), acts), viewer, thing.pk)
    return {act for answers in found for act, may in zip(acts, answers, strict=True) if may}


@dataclass(frozen=True)
class _Which:
    """The question about one row which of some acts are allowed."""

    model: type[Model]
    acts: tuple[str, ...]

    def __call__(self, viewer: Viewer, pk: int) -> QuerySet[Any, Any]:
        each = (rows(self.model, viewer, may=act).filter(pk=OuterRef("pk")) for act in self.acts)
        return self.model._default_manager.filter(pk=pk).values_list(*map(Exists, each))


class _Reading(Generic[Made]):
    """How far one part is: what it asks now, and what it made when it asks no more."""

    made: Made

    def __init__(self, part: Asking[Made]) -> None:
        self._part = part
        self.questions: list[Question] = []
        self.go_on(None)

    def go_on(self, answers: Answers | None) -> None:
        try:
            self.questions = self._part.send(answers)  # type: ignore[arg-type]  # None begins
        except StopIteration as done:
            self.made, self.questions = done.value, []


def abreast(*parts: Asking[Any]) -> Asking[list[Any]]:
    """What each of these parts makes; none waits until another is ready. For the few that a page
    declares, never for each row of a list: SQLite joins 64 tables, PostgreSQL gives 1664 columns."""
    readings = [_Reading(part) for part in parts]
    while asking := [reading for reading in readings if reading.questions]:
        answers = iter((yield [question for reading in asking for question in reading.questions]))
        for reading in asking:
            reading.go_on([next(answers) for _question in reading.questions])
    return [reading.made for reading in readings]


def read(part: Asking[Made]) -> Made:
    """Ask until nothing is left to ask: one statement for each round."""
    reading = _Reading(part)
    while reading.questions:
        reading.go_on(at_once(reading.questions))
    return reading.made


class Part(Generic[Made]):
    """One part in the declaration of a page: `talks = Part(talks_of)`."""

    def __init__(self, asking: Callable[..., Asking[Made]]) -> None:
        self.asking = asking

    def __get__(self, _page: object, _kind: type | None = None) -> Made:
        raise AttributeError("this page has not read its parts yet")


class Parts:
    """A page that says of which parts it consists, and reads all of them at once."""

    def read(self, *about: Any, along: Sequence[Asking[None]] = ()) -> None:
        """Also those that a page above this one declared. `along` is read with them, and makes nothing to
        show."""
        parts = {
            name: part
            for kind in reversed(type(self).__mro__)
            for name, part in vars(kind).items()
            if isinstance(part, Part)
        }
        made = read(abreast(*(part.asking(*about) for part in parts.values()), *along))
        vars(self).update(zip(parts, made[: len(parts)], strict=True))


def at_once(questions: Sequence[Question]) -> Answers:
    """The rows of each question, by one statement; none for a question of which the answer is certain."""
    if len(questions) == 1:
        return [prepared(questions[0].build, *questions[0].given)]
    statements, values = zip(*(put_together(*question) for question in questions), strict=True)
    asking = [(one, given) for one, given in zip(statements, values, strict=True) if one.sql]
    found = iter(_fetched(asking) if asking else [])
    return [statement.made_of(next(found)) if statement.sql else [] for statement in statements]


def _fetched(asking: Sequence[tuple[Statement, list[Any]]]) -> Iterable[list[Sequence[Any]]]:
    """What the database found for each, in its order."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        parameters = [value for statement, values in asking for value in statement.filled(values)]
        joined = _side_by_side(tuple(statement.sql for statement, _values in asking))
        cursor.execute(joined.sql, parameters)
        starts = joined.starts or joined.learn(cursor)
        found: list[list[Sequence[Any]]] = [[] for _start in starts]
        ends = [*starts[1:], None]
        for row in cursor.fetchall():
            own = row[starts[row[0]] : ends[row[0]]]
            if own[0] is not None:  # else there were none
                found[row[0]].append(own)
    return [[own[1:] for own in sorted(each, key=lambda own: own[0])] for each in found]


class _Joined:
    """Several questions as one statement; where the columns of each start, its first answer tells."""

    def __init__(self, sql: str) -> None:
        self.sql = sql
        self.starts: list[int] = []

    def learn(self, cursor: Any) -> list[int]:
        self.starts = [at for at, column in enumerate(cursor.description) if column[0] == PLACE]
        return self.starts


@lru_cache(maxsize=JOINED)
def _side_by_side(each: tuple[str, ...]) -> _Joined:
    """Every question in columns of its own, of which the others leave nothing: no value changes its type.
    Each is answered by itself (MATERIALIZED), as it would be alone."""
    found, turns, columns, joined = zip(*(_one_of_them(n, sql) for n, sql in enumerate(each)), strict=True)
    asked = f"SELECT turn.column1, {', '.join(columns)} FROM (VALUES {', '.join(turns)}) AS turn"  # noqa: S608
    return _Joined(f"WITH {', '.join(found)} {asked} {' '.join(joined)}")


def _one_of_them(n: int, sql: str) -> tuple[str, str, str, str]:
    """Django's own SQL, and numbers."""
    found = f"(SELECT ROW_NUMBER() OVER () AS {PLACE}, q.* FROM ({sql}) AS q)"  # noqa: S608
    return f"q{n} AS MATERIALIZED {found}", f"({n})", f"q{n}.*", f"LEFT JOIN q{n} ON turn.column1 = {n}"


def hang(things: Iterable[Model], name: str, found: Iterable[Model], by: str) -> None:
    """Put what was found where prefetch_related(name) would: `by` names the key of what it hangs on."""
    on: dict[int, list[Model]] = {}
    for one in found:
        on.setdefault(getattr(one, by), []).append(one)
    for thing in things:
        hung = getattr(thing, name).get_queryset()
        hung._result_cache, hung._prefetch_done = on.get(thing.pk, []), True
        vars(thing).setdefault("_prefetched_objects_cache", {})[name] = hung
