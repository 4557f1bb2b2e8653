"""Many keys go along as one parameter, and find what each of them finds."""

import pytest

from driehoek.facts.people.models import Guardianship, Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("many", [0, 1, 2, 50])
def test_they_find_the_same_rows_as_one_by_one(cast: Cast, many: int) -> None:
    keys = sorted(Person.objects.values_list("pk", flat=True))[:many]
    found = Person.objects.filter(pk__among=frozenset(keys)).order_by("pk")
    assert list(found.values_list("pk", flat=True)) == keys
    of_these = Guardianship.objects.filter(student__among=frozenset(keys)).order_by("pk")
    assert list(of_these) == list(Guardianship.objects.filter(student__in=keys).order_by("pk"))


def test_they_can_be_left_out_too(cast: Cast) -> None:
    left = Person.objects.exclude(pk__among=frozenset([cast.naima.pk]))
    assert left.count() == Person.objects.count() - 1 and cast.naima not in left


def test_more_keys_are_the_same_statement() -> None:
    few, many = (
        Person.objects.filter(pk__among=frozenset(range(number))).query.sql_with_params()
        for number in (1, 100)
    )
    assert few[0] == many[0] and len(few[1]) == len(many[1]) == 1
