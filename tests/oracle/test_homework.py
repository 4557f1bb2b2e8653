"""Homework of a group, at each step of looking along: the policy and the oracle agree."""

import datetime as dt
from collections.abc import Callable

import pytest

from driehoek.backbone.access.rules import results
from driehoek.facts.looking.models import KindSwitch, Objection
from driehoek.facts.people.models import Person
from driehoek.features.results.models import Item, Source
from tests.cast import NOW, Cast
from tests.oracle.looking import looks
from tests.oracle.test_looking import AUTUMN, CHRISTMAS, DAY, agree, around, world

FIRST, LAST = dt.date(2026, 10, 12), dt.date(2026, 12, 28)


@pytest.fixture
def given(cast: Cast) -> list[Item]:
    """Something to do for the class of Adam, due on every third day."""
    source = Source.objects.create(school=cast.kompas, name="Magister")
    days = [FIRST + n * DAY for n in range(0, (LAST - FIRST).days, 3)]
    return [
        Item.objects.create(
            source=source, key=f"{day}", school=cast.kompas, group=cast.klas_1b, subject="Wiskunde",
            title="Opgaven", is_homework=True, due_on=day,
        )
        for day in days
    ]  # fmt: skip


def differs(cast: Cast, reader: Person, given: list[Item], moments: list[dt.datetime]) -> list[str]:
    """Pieces of which the database and the oracle disagree."""
    told, wrong = world(), list[str]()
    for now in moments:
        me = cast.viewer(reader, "home", now)
        seen = set(Item.objects.visible_to(me).values_list("pk", flat=True))
        wrong += [
            f"{reader.given_name} {now}: due {one.due_on}"
            for one in given
            if (one.pk in seen)
            != looks(told, reader.pk, "homework", cast.adam.pk, one.due_on, me.today, one.school_id)
        ]
    return wrong


def moments() -> list[dt.datetime]:
    days = (AUTUMN, dt.date(2026, 10, 25), dt.date(2026, 11, 20), CHRISTMAS)
    return [moment for day in days for moment in around(day)]


def object_to(cast: Cast) -> None:
    said = {"school": cast.kompas, "reason": "Liever niet.", "at": NOW}
    Objection.objects.create(student=cast.adam, guardian=cast.naima, **said)


def shut(cast: Cast) -> None:
    KindSwitch.objects.create(school=cast.kompas, layer=0, kind="homework", is_open=False, at=NOW)


@pytest.mark.parametrize("also", [None, object_to, shut])
def test_each_step_opens_the_homework_that_it_says(
    cast: Cast, given: list[Item], also: Callable[[Cast], None] | None
) -> None:
    """Who signed nothing keeps what she had."""
    agree(cast.adam, cast.naima, cast.kompas, together=FIRST, weekly=AUTUMN, shares=CHRISTMAS)
    if also:
        also(cast)
    assert differs(cast, cast.naima, given, moments()) == []
    assert differs(cast, cast.rachid, given, moments()) == []


def test_homework_that_came_home_before_its_friday_would_be_noticed(
    cast: Cast, given: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    agree(cast.adam, cast.naima, cast.kompas, together=FIRST, weekly=AUTUMN, shares=CHRISTMAS)
    monkeypatch.setattr(results, "friday_before", lambda day: day + DAY)
    assert differs(cast, cast.naima, given, moments())
