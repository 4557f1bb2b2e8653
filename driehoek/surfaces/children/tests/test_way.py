"""Talks that were held stand on the way of a student: what was agreed, and that it was about how she is."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.facts.people.models import Restriction
from driehoek.features.talks.models import Pledge, Point, Talk
from driehoek.features.talks.planning import Table, plan
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def held(cast: Cast, words: str, *, days: int = 3) -> Talk:
    """Of Adam and his mother, with his mentor."""
    table = Table(cast.adam, cast.kompas, TODAY, cast.dijk)
    said = {
        "token": uuid.uuid4(), "kind": "start", "moment": NOW + A_DAY, "minutes": 20, "place": "1.04",
        "guardians": [cast.naima.pk], "colleagues": [], "with_student": True, "reason": "Apart",
        "reason_alone": "",
    }  # fmt: skip
    talk = plan(table, said, now=NOW)
    side = talk.sides.get(person=cast.dijk)
    Point.add(side, "learning", "Plannen", by=cast.dijk, at=NOW)
    Point.add(side, "well", "Na de pauze", by=cast.dijk, at=NOW)
    Pledge.agree(talk, side, words, until=None, by=cast.dijk, at=NOW)
    Talk.objects.filter(pk=talk.pk).update(moment=NOW - days * A_DAY)
    return talk


def way(cast: Cast, name: str, hat: str | None = None) -> str:
    address = reverse("children:timeline", args=[cast.adam.pk])
    return cast.sign_in(getattr(cast, name), hat).get(address).text  # type: ignore[arg-type]


def test_what_was_said_is_for_who_was_there(cast: Cast) -> None:
    talk = held(cast, "Elke dag vijf minuten.")
    for name in ("adam", "naima", "dijk"):
        page = way(cast, name)
        assert "Hoe het gaat en Leren en werk" in page and "Elke dag vijf minuten." in page
    assert talk.get_absolute_url() not in way(cast, "rachid")
    of_head = way(cast, "peter")  # he may know that it was, and not what was said
    assert talk.get_absolute_url() in of_head
    assert "Hoe het gaat" not in of_head and "Elke dag vijf minuten." not in of_head


def test_who_is_shut_out_since_is_not_named_on_her_way(cast: Cast) -> None:
    talk = held(cast, "Elke dag vijf minuten.")
    Pledge.agree(talk, talk.sides.get(person=cast.naima), "Ik overhoor.", until=None, by=cast.dijk, at=NOW)
    said = f"<bdi>{cast.naima.name}</bdi>"
    assert said in way(cast, "dijk") and said in way(cast, "adam")
    Restriction.objects.create(
        adult=cast.naima, student=cast.adam, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    for name in ("dijk", "adam"):
        page = way(cast, name)
        assert "Ik overhoor." in page and "Een ouder" in page and cast.naima.name not in page


def test_a_talk_that_is_still_to_come_or_off_was_not_held(cast: Cast) -> None:
    coming = held(cast, "Straks.", days=-2)
    off = held(cast, "Nooit.")
    off.cancel("Ziek", by=cast.dijk, at=NOW)
    page = way(cast, "adam")
    assert coming.get_absolute_url() not in page and off.get_absolute_url() not in page


def test_more_talks_are_not_more_questions(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    held(cast, "Eerste.")
    adam, address = cast.sign_in(cast.adam), reverse("children:timeline", args=[cast.adam.pk])
    adam.get(address)
    with django_assert_max_num_queries(25) as asked:
        adam.get(address)
    for number in range(3):
        held(cast, f"Nog een {number}.", days=10 + number)
    with django_assert_max_num_queries(len(asked)):
        adam.get(address)
