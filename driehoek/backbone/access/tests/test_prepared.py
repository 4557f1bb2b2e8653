"""A query that was put together beforehand asks what the plain one asks, for everybody and every act."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.facts.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HATS: tuple[Hat, Hat] = ("home", "school")


@dataclass(frozen=True)
class Allowed:
    """Every row on which a viewer may do that."""

    model: type[Model]
    may: str

    def __call__(self, viewer: Viewer) -> QuerySet[Model]:
        return rows(self.model, viewer, may=self.may).order_by("pk").distinct()


@pytest.mark.parametrize("line", POLICY)
def test_every_line_of_the_policy_gives_everybody_the_same_rows(cast: Cast, line: str) -> None:
    label, _dot, act = line.rpartition(".")
    asked = Allowed(apps.get_model(label), act)
    found = 0
    for person in cast.everyone().values():
        for hat in HATS:
            viewer = cast.viewer(person, hat)
            plain = list(asked(viewer))
            assert prepared(asked, viewer) == plain, (person, hat)
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


def test_what_looks_into_a_value_is_refused(cast: Cast) -> None:
    for peeking in (_next, _oldest, _either):
        with pytest.raises(TypeError):
            prepared(peeking, (cast.naima.pk, cast.rachid.pk))


def test_lists_are_padded_to_few_lengths() -> None:
    assert [len(padded(range(number))) for number in (0, 1, 2, 3, 5, 20)] == [0, 1, 2, 4, 8, 32]
    assert set(padded([4, 5, 6])) == {4, 5, 6}


def _named(key: int, at: dt.datetime) -> QuerySet[Person]:
    people = Person.objects.filter(Q(last_login=None) | Q(last_login__lt=at)).select_related("portrait")
    return people.annotate(is_her=Q(pk=key)).order_by("given_name", "pk")


def _key(key: int) -> QuerySet[Person, tuple[int]]:
    return Person.objects.filter(pk=key).values_list("pk")


def _next(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk=keys[0] + 1)


def _oldest(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk=min(keys))


def _either(keys: tuple[int, ...]) -> QuerySet[Person]:
    found = Person.objects.filter(pk__in=keys)
    return found.filter(is_active=True) if keys[0] < keys[1] else found
