"""What the parts of a page ask together is what each would have got alone, in fewer questions."""

import datetime as dt
from typing import Any  # the rows of a values query

import pytest
from django.db import connection
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import JSONObject
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.parts import Asking, Part, Parts, abreast, allowed, asked, hang, read
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_parts_that_stand_together_ask_once_a_round(cast: Cast) -> None:
    """Two that ask once and one that asks twice: two questions to the database, not four."""
    viewer = cast.viewer(cast.naima)
    alone = [read(_wards(viewer)), read(_asks_on(viewer)), read(_nobody())]
    with CaptureQueriesContext(connection) as captured:
        together = read(abreast(_wards(viewer), _asks_on(viewer), _nobody(), _wards(viewer)))
    assert together == [*alone, alone[0]] and alone[0] and alone[1]
    assert len(captured) == 2
    with CaptureQueriesContext(connection) as captured:
        assert [read(_wards(viewer)), read(_asks_on(viewer))] == alone[:2]
    assert len(captured) == 3


def test_every_kind_of_value_comes_through_as_it_would_alone(cast: Cast) -> None:
    """Rows with what is selected beside them, dates, moments, yes and no, JSON and nothing at all."""
    viewer, keys = cast.viewer(cast.naima), (cast.naima.pk, cast.yusuf.pk, cast.dewi.pk)
    questions: list[tuple[Any, tuple[Any, ...]]] = [
        (_beside, (keys, cast.now)),
        (_told, (keys,)),
        (_visible, (viewer,)),
        (_none, (keys,)),
        (_everybody_backwards, ()),
    ]
    together = read(abreast(*(asked(build, *given) for build, given in questions)))
    for (build, given), found in zip(questions, together, strict=True):
        alone = prepared(build, *given)
        assert [_whole(one) for one in found] == [_whole(one) for one in alone]
    assert together[3] == []
    names = [name for (name,) in together[4]]
    assert names == sorted(names, reverse=True) and len(names) > 20  # in the order that was asked for


def test_what_several_acts_allow_is_one_question_and_the_answer_of_the_policy(cast: Cast) -> None:
    acts = ("ask_about", "report", "praise", "hold_talk")
    for person, child in ((cast.naima, cast.yusuf), (cast.anouk, cast.yusuf), (cast.dewi, cast.dewi)):
        viewer = cast.viewer(person)
        with CaptureQueriesContext(connection) as captured:
            may = read(allowed(child, viewer, *acts))
        assert len(captured) <= 2  # her seats, and this
        assert may == {act for act in acts if rows(Person, viewer, may=act).filter(pk=child.pk).exists()}
    assert read(allowed(cast.yusuf, cast.viewer(cast.anouk), *acts)) >= {"praise"}
    assert read(allowed(cast.yusuf, cast.viewer(cast.elif_), *acts)) == set()


def test_a_page_reads_its_parts_when_it_is_made_and_not_before(cast: Cast) -> None:
    viewer = cast.viewer(cast.naima)
    page = Family()
    with pytest.raises(AttributeError):
        len(page.wards)
    page.read(viewer)
    assert page.wards == read(_wards(viewer)) and page.schools == read(_asks_on(viewer))


def test_what_is_hung_on_a_row_is_what_was_fetched_along_with_it(cast: Cast) -> None:
    plain = list(School.objects.prefetch_related("groups").order_by("pk"))
    hung = list(School.objects.order_by("pk"))
    hang(hung, "groups", Group.objects.all(), by="school_id")
    with CaptureQueriesContext(connection) as captured:
        assert [list(one.groups.all()) for one in hung] == [list(one.groups.all()) for one in plain]
    assert not captured.captured_queries


def _whole(one: Any) -> Any:
    """Everything a row holds, or the tuple it is."""
    if isinstance(one, tuple):
        return one
    return {name: value for name, value in vars(one).items() if name != "_state"}


def _wards(viewer: Viewer) -> Asking[list[Person]]:
    return asked(_visible, viewer)


def _asks_on(viewer: Viewer) -> Asking[list[School]]:
    found = yield from asked(_visible, viewer)
    return (yield from asked(_schools, tuple(one.pk for one in found)))


def _nobody() -> Asking[str]:
    """A part may know without asking."""
    return "nobody"
    yield


class Family(Parts):
    wards = Part(_wards)
    schools = Part(_asks_on)


def _visible(me: Viewer) -> QuerySet[Person]:
    return rows(Person, me, may="see").select_related("portrait").order_by("pk")


def _schools(people: tuple[int, ...]) -> QuerySet[School]:
    return School.objects.filter(groups__enrolments__student__in=people).distinct().order_by("-name")


def _beside(keys: tuple[int, ...], now: dt.datetime) -> QuerySet[Person]:
    named = Person.objects.filter(pk__in=keys).annotate(at=Value(now), is_her=Q(given_name="Naima"))
    return named.select_related("portrait").order_by("-given_name")


def _told(keys: tuple[int, ...]) -> QuerySet[Person, Any]:
    told = JSONObject(name="given_name", since="birth_date", active="is_active")
    found = Person.objects.filter(pk__in=keys).order_by("given_name")
    return found.values_list("pk", "birth_date", "last_login", "is_active", told)


def _none(keys: tuple[int, ...]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=keys, given_name="Niemand")


def _everybody_backwards() -> QuerySet[Person, Any]:
    return Person.objects.order_by("-given_name").values_list("given_name")
