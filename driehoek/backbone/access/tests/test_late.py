"""A question that is drawn up late asks what Django's own would ask."""

import re
from typing import Any  # queries of any model

import pytest
from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.sql import Query

from driehoek.backbone.access import late, prepared
from driehoek.backbone.access.late import any_in, keys_in
from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.querysets import Having
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, Group
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_statements")]
TABLE = re.compile(r"\b[A-Z]{1,2}(\d+)\b")  # as Django names the tables of an inner query: U0, V1


def whole_policy(viewer: Viewer) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What each line asks for her: the statement but for the letters of its tables, and the values."""
    prepared.forget()
    asked = {}
    for line in POLICY:
        label, act = line.rsplit(".", 1)
        if apps.get_model(label)._meta.pk.get_internal_type() != "CharField":
            statement, _values = prepared.put_together(Having(apps.get_model(label), act), (viewer, 5))
            asked[line] = (TABLE.sub(r"T\1", statement.sql), tuple(map(str, statement.parameters)))
    return asked


def at_each_level(patch: pytest.MonkeyPatch) -> None:
    """As Django does it by itself."""

    def never(_query: Query) -> list[str]:
        raise late._TooDeep

    patch.setattr(late, "_opened", never)


@pytest.mark.parametrize(("who", "hat"), [("naima", "home"), ("adam", "home"), ("anouk", "school")])
def test_every_line_of_the_policy_asks_the_same(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, who: str, hat: Any
) -> None:
    viewer = cast.viewer(getattr(cast, who), hat)
    late_ones = whole_policy(viewer)
    assert sum("EXISTS" in sql for sql, _values in late_ones.values()) > 20  # there is something to compare
    at_each_level(monkeypatch)
    assert whole_policy(viewer) == late_ones


def test_what_stands_deep_is_not_drawn_up_at_each_level(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Having(apps.get_model("media.attachment"), "see")
    drawn_up, resolve = [0], Query.resolve_expression

    def counted(query: Query, *about: Any, **more: Any) -> Any:
        drawn_up[0] += 1
        return resolve(query, *about, **more)

    def times() -> int:
        prepared.forget()
        drawn_up[0] = 0
        prepared.put_together(seen, (cast.viewer(cast.naima), 5))
        return drawn_up[0]

    monkeypatch.setattr(Query, "resolve_expression", counted)
    once = times()
    at_each_level(monkeypatch)
    assert 5 * once < times()


def children_of(guardian: Any) -> QuerySet[Guardianship]:
    return Guardianship.objects.filter(guardian=guardian)


def test_a_person_is_found_by_a_row_that_names_her_and_not_without(cast: Cast) -> None:
    hers = any_in(children_of(OuterRef("pk")))
    guardians = Person.objects.filter(hers)
    assert cast.naima in guardians and cast.yusuf not in guardians
    others = Person.objects.filter(~Q(hers))
    assert cast.naima not in others and cast.yusuf in others


def test_it_stands_beside_a_row_as_well(cast: Cast) -> None:
    beside = Person.objects.annotate(has_child=any_in(children_of(OuterRef("pk"))))
    assert beside.get(pk=cast.naima.pk).has_child is True
    assert beside.get(pk=cast.yusuf.pk).has_child is False


def test_a_column_that_lies_a_join_away_is_found(cast: Cast) -> None:
    taught = any_in(Group.objects.filter(school=OuterRef("group__school"), pk=cast.groep_5.pk))
    schools = set(Enrolment.objects.filter(taught).values_list("group__school", flat=True))
    assert schools == {cast.groep_5.school_id}


def test_no_values_at_all_fit_nobody_and_leave_everybody_out_of_it(cast: Cast) -> None:
    nobody = Person.objects.none()
    for asked in (Q(any_in(nobody)), Q(pk__in=keys_in(nobody))):
        assert not Person.objects.filter(asked).exists()
        assert Person.objects.filter(~asked).count() == Person.objects.count()


def test_keys_are_of_the_rows_or_of_the_one_column(cast: Cast) -> None:
    hers = children_of(cast.naima)
    assert set(Guardianship.objects.filter(pk__in=keys_in(hers))) == set(hers)
    by_column = Person.objects.filter(pk__in=keys_in(hers.values("student").order_by("starts_on")))
    assert cast.yusuf in by_column and cast.naima not in by_column


def test_what_looks_past_the_question_around_it_is_left_to_django(cast: Cast) -> None:
    """A grandmother of everybody: guardian of somebody who is a guardian of nobody."""
    childless = ~any_in(children_of(OuterRef("student")))
    deeper = Guardianship.objects.filter(childless, guardian=OuterRef(OuterRef("pk")))
    around = any_in(Guardianship.objects.filter(any_in(deeper), student=cast.yusuf))
    assert isinstance(any_in(deeper), Exists)
    assert set(Person.objects.filter(around)) == set(
        Person.objects.filter(pk__in=Guardianship.objects.values("guardian"))
    )
