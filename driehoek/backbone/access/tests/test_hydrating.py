"""Rows made without a detour are the rows that Django makes."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.hydrating import Swift, swift
from driehoek.backbone.access.models import Seat
from driehoek.backbone.access.prepared import prepared
from driehoek.facts.people.models import Person, only_named
from driehoek.facts.schools.models import Enrolment
from tests.cast import Cast


def beside(day: object) -> QuerySet[Enrolment]:
    return Enrolment.objects.select_related("student__portrait", "group__school").order_by("pk")


def seats(day: object) -> QuerySet[Seat]:
    return Seat.objects.select_related("school", "group", "student").order_by("pk")


def known_of(row: Model) -> dict[str, object]:
    """All that is known of a row and of the rows beside it, and in what state they are."""
    state = row._state
    related = {name: one and known_of(one) for name, one in state.fields_cache.items() if name != "portrait"}
    values = {name: value for name, value in vars(row).items() if name != "_state"}
    return {**values, "beside": related, "adding": state.adding, "db": state.db, "kind": type(row)}


@pytest.mark.parametrize("build", [beside, seats])
def test_a_row_is_the_row_that_django_makes(cast: Cast, build: Callable[[object], QuerySet[Model]]) -> None:
    made, theirs = prepared(build, cast.today), list(build(cast.today))
    assert len(theirs) > 3 and made == theirs
    assert [known_of(row) for row in made] == [known_of(row) for row in theirs]


def named(day: object) -> QuerySet[Enrolment]:
    return Enrolment.objects.select_related("student").defer(*only_named("student"))


def test_what_was_left_out_is_fetched_when_somebody_asks_for_it(cast: Cast) -> None:
    [one] = [row for row in prepared(named, cast.today) if row.student_id == cast.yusuf.pk][:1]
    assert one.student.given_name == "Yusuf"
    with CaptureQueriesContext(connection) as asked:
        assert one.student.birth_date == cast.yusuf.birth_date
    assert len(asked) == 1


def test_a_row_can_be_changed_and_kept(cast: Cast) -> None:
    [row] = [one for one in prepared(beside, cast.today) if one.student_id == cast.yusuf.pk][:1]
    row.student.given_name = "Joesoef"
    row.student.save(update_fields=["given_name"])
    assert Person.objects.get(pk=cast.yusuf.pk).given_name == "Joesoef"


def test_a_model_to_which_somebody_listens_is_made_by_django() -> None:
    assert isinstance(swift(Person), Swift)

    def listener(**_told: object) -> None:
        """Would miss every row that is made without it."""

    post_init.connect(listener, sender=Person)
    try:
        assert swift(Person) is Person
    finally:
        post_init.disconnect(listener, sender=Person)
