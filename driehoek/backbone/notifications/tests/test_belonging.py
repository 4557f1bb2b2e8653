"""Of several children the soonest choice counts; a school's choice counts for its own news."""

import pytest

from driehoek.backbone.notifications.belonging import About, children_concerned
from driehoek.backbone.notifications.models import Rhythm
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.wishes import rhythms
from driehoek.facts.people.models import Person
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db


def rhythm(person: Person, about: About) -> Rhythm:
    return rhythms([person.pk], about, TODAY, category="news", channel="email")[person.pk]


def test_news_is_about_the_children_of_the_reader_who_sit_there(cast: Cast) -> None:
    group = About(school=cast.vlieger.pk, group=cast.groep_5.pk)
    assert children_concerned([cast.naima.pk, cast.marja.pk], group, TODAY) == {
        cast.naima.pk: {cast.yusuf.pk}
    }
    child = About(student=cast.lina.pk)
    assert children_concerned([cast.naima.pk], child, TODAY) == {cast.naima.pk: {cast.lina.pk}}


def test_with_several_children_there_the_soonest_choice_counts(cast: Cast) -> None:
    school = About(school=cast.vlieger.pk)
    children = children_concerned([cast.naima.pk], school, TODAY)[cast.naima.pk]
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    assert rhythm(cast.naima, school) == "off"
    for child in children:
        prefer(
            cast.naima,
            category="news",
            channel="email",
            rhythm="weekly",
            student=Person.objects.get(pk=child),
        )
    assert rhythm(cast.naima, school) == "weekly"


def test_a_choice_for_a_school_counts_for_its_news_alone(cast: Cast) -> None:
    prefer(cast.naima, category="news", channel="email", rhythm="weekly", school=cast.vlieger)
    assert rhythm(cast.naima, About(school=cast.vlieger.pk)) == "weekly"
    assert rhythm(cast.naima, About(school=cast.kompas.pk)) == "now"
    assert rhythm(cast.naima, About()) == "now"
    assert rhythm(cast.rachid, About(school=cast.vlieger.pk)) == "now"
