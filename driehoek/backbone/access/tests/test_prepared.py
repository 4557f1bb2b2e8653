"""A query that was put together beforehand asks what the plain one asks, for everybody and every act."""

import datetime as dt
import gc
import threading
import weakref
from collections import defaultdict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from typing import Any  # rows of a model, or of whatever was asked

import pytest
import time_machine
from django.apps import apps
from django.db import connection, connections
from django.db.models import Model, Q, QuerySet
from django.db.models.functions import JSONObject
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from driehoek.backbone.access import prepared as preparing
from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.prepared import Gaps, forget, padded, prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.facts.looking.models import LookAlong, Mode, Step
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_statements")]  # they are thousands
HATS: tuple[Hat, Hat] = ("home", "school")
SUMMED_UP = {"read_week_of", "tell_of_week"}
ALIKE = 1 if connection.vendor == "postgresql" else 3  # who gets whose rows, no database decides


@dataclass(frozen=True)
class Allowed:
    """Every row on which a viewer may do that."""

    model: type[Model]
    may: str

    def __call__(self, viewer: Viewer) -> QuerySet[Model]:
        return rows(self.model, viewer, may=self.may).order_by("pk").distinct()


@pytest.fixture(scope="module")
def some_of_each_shape(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[Viewer]:
    """Everybody, in both hats, but of those for whom one statement serves the first three: what it was
    drawn up for, and whether the next ones get their own, which SQLite tells. And the few about whom there
    are rules of their own: a student who may object, one of age, and his father; one whose week is summed up,
    and his."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False):
        cast, alike = Cast(), defaultdict[Hashable, list[Viewer]](list)
        for person, hat in product(cast.everyone().values(), HATS):
            viewer = cast.viewer(person, hat)
            alike[viewer.shape(Gaps())].append(viewer)
        few = [cast.viewer(person, "home") for person in of_their_own(cast)]
    return few + [viewer for viewers in alike.values() for viewer in viewers[:ALIKE]]


def of_their_own(cast: Cast) -> tuple[Person, ...]:
    return (cast.dewi, cast.kevin, cast.ronald, cast.adam, cast.rachid)


def agree_on_a_weekly_summary(cast: Cast) -> None:
    made = LookAlong.objects.create(
        student=cast.adam, guardian=cast.rachid, school=cast.kompas, proposed_at=NOW, sealed_at=NOW
    )
    Step.objects.create(agreement=made, mode=Mode.WEEKLY, starts_on=NOW.date())


@pytest.mark.parametrize("line", POLICY)
def test_every_line_of_the_policy_gives_everybody_the_same_rows(
    cast: Cast, some_of_each_shape: list[Viewer], line: str
) -> None:
    label, _dot, act = line.rpartition(".")
    asked = Allowed(apps.get_model(label), act)
    if act in SUMMED_UP:
        agree_on_a_weekly_summary(cast)
    found = 0
    for viewer in some_of_each_shape:
        plain = list(asked(viewer))
        assert prepared(asked, viewer) == plain, (viewer.person, viewer.hat)
        found += len(plain)
    assert found or not asked.model._default_manager.exists()


def test_a_row_comes_with_everything_that_was_selected(cast: Cast) -> None:
    plain, filled = (
        list(_named(cast.naima.pk, cast.now)),
        prepared(_named, cast.naima.pk, cast.now),
    )
    assert [vars(person).keys() for person in filled] == [vars(person).keys() for person in plain]
    assert [(person.pk, person.given_name, person.is_her) for person in filled] == [
        (person.pk, person.given_name, person.is_her) for person in plain
    ]
    with CaptureQueriesContext(connection) as asked:
        assert not any(person.face for person in filled)
    assert not asked.captured_queries


def test_the_second_one_is_not_given_the_rows_of_the_first(cast: Cast) -> None:
    first, second = (prepared(_key, someone.pk) for someone in (cast.naima, cast.rachid))
    assert (first, second) == ([(cast.naima.pk,)], [(cast.rachid.pk,)])


def test_a_viewer_is_the_same_in_front_and_behind(cast: Cast) -> None:
    """In front it is drawn up once and used again; what came with it the first time is not kept."""
    naima = cast.viewer(cast.naima)
    for person in (cast.yusuf, cast.jeroen, cast.lina, cast.yusuf):
        mine = [person] if person.pk in naima.wards() else []
        assert prepared(_ward, naima, person.pk) == prepared(_ward_behind, person.pk, naima) == mine


def test_what_looks_into_a_value_is_refused(cast: Cast) -> None:
    for peeking in (_next, _oldest, _either):
        with pytest.raises(TypeError):
            prepared(peeking, (cast.naima.pk, cast.rachid.pk))


def test_values_that_change_places_are_refused(cast: Cast) -> None:
    """The least and the most of two keys are the same two keys."""
    for swapping in (_between, _without):
        with pytest.raises(TypeError):
            prepared(swapping, (cast.naima.pk, cast.rachid.pk))
    keys = (cast.rachid.pk, cast.naima.pk)
    assert set(prepared(_any_of, keys)) == {cast.naima, cast.rachid}  # in one list, any order will do


def test_what_asks_the_database_beforehand_is_refused(cast: Cast) -> None:
    """Its answer, about people who do not exist, would hold for everybody."""
    for asking in (_once_counted, _in_her_language):
        with pytest.raises(TypeError):
            prepared(asking, cast.viewer(cast.naima))


def test_a_new_connection_need_not_ask_whether_it_knows_json(cast: Cast) -> None:
    """The first page of a new thread would."""
    with ThreadPoolExecutor(1) as pool:
        statement = pool.submit(in_a_new_thread, _with_json).result()
    assert statement.ask([cast.naima.pk]) == [({"name": "Naima"},)]


def in_a_new_thread(build: Callable[[int], QuerySet[Any, Any]]) -> preparing.Statement:
    try:
        return preparing._statement(build, (("key", 0),))
    finally:
        connections.close_all()


def test_only_rows_of_a_model_or_lists_of_values_are_given(cast: Cast) -> None:
    for shaping in (_as_dicts, _flat, _with_more):
        with pytest.raises(TypeError):
            prepared(shaping, cast.naima.pk)
    assert prepared(_sorted_names, (cast.naima.pk, cast.rachid.pk)) == [("Naima",), ("Rachid",)]


def test_a_statement_does_not_keep_the_connection_on_which_it_was_put_together(cast: Cast) -> None:
    """A server thread that ends must be able to close its own."""
    forget()
    kept: list[weakref.ref[object]] = []

    def first_to_ask() -> None:
        connection.ensure_connection()
        preparing._statement(_named, (("key", 0), ("moment", 1)))
        kept.append(weakref.ref(connections["default"]))
        connections.close_all()

    thread = threading.Thread(target=first_to_ask)
    thread.start()
    thread.join()
    gc.collect()
    assert kept[0]() is None
    assert prepared(_named, cast.naima.pk, cast.now)  # and another thread goes on with it


def test_many_threads_ask_the_same_for_different_people(cast: Cast) -> None:
    forget()
    people = [cast.naima, cast.rachid, cast.jeroen, cast.anouk, cast.gerda]
    with ThreadPoolExecutor(5) as pool:
        statements = list(pool.map(lambda _person: preparing._statement(_key, (("key", 0),)), people))
    assert {statement.sql for statement in statements} == {statements[0].sql}
    for person in people:
        assert [statement.ask([person.pk]) for statement in statements] == [[(person.pk,)]] * 5


def test_lists_are_padded_to_few_lengths() -> None:
    assert [len(padded(range(number))) for number in (0, 1, 2, 3, 5, 20)] == [0, 1, 2, 4, 8, 32]
    assert set(padded([4, 5, 6])) == {4, 5, 6}


def _named(key: int, at: dt.datetime) -> QuerySet[Person]:
    people = Person.objects.filter(Q(last_login=None) | Q(last_login__lt=at)).select_related("portrait")
    return people.annotate(is_her=Q(pk=key)).order_by("given_name", "pk")


def _ward(viewer: Viewer, key: int) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=viewer.wards()).filter(pk=key)


def _ward_behind(key: int, viewer: Viewer) -> QuerySet[Person]:
    return _ward(viewer, key)


def _key(key: int) -> QuerySet[Person, tuple[int]]:
    return Person.objects.filter(pk=key).values_list("pk")


def _any_of(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=set(keys))


def _between(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk__gte=min(keys), pk__lte=max(keys))


def _without(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=[min(keys)]).exclude(pk__in=[max(keys)])


def _once_counted(viewer: Viewer) -> QuerySet[Person]:
    return Person.objects.all() if Person.objects.exists() else Person.objects.none()


def _in_her_language(viewer: Viewer) -> QuerySet[Person]:
    return Person.objects.filter(language=viewer.person.language)


def _with_json(key: int) -> QuerySet[Person, Any]:
    return Person.objects.filter(pk=key).values_list(JSONObject(name="given_name"))


def _as_dicts(key: int) -> QuerySet[Person, Any]:
    return Person.objects.filter(pk=key).values("pk")


def _flat(key: int) -> QuerySet[Person, Any]:
    return Person.objects.filter(pk=key).values_list("pk", flat=True)


def _with_more(key: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=key).prefetch_related("guardians")


def _sorted_names(keys: tuple[int, ...]) -> QuerySet[Person, Any]:
    people = Person.objects.filter(pk__in=keys).order_by("given_name", "pk")
    return people.distinct().values_list("given_name")


def _next(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk=keys[0] + 1)


def _oldest(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk=min(keys))


def _either(keys: tuple[int, ...]) -> QuerySet[Person]:
    found = Person.objects.filter(pk__in=keys)
    return found.filter(is_active=True) if keys[0] < keys[1] else found
