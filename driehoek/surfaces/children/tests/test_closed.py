"""What does not come to a guardian is said to be closed, whether there is any of it or not."""

import datetime as dt
from typing import Any  # a fixture without a public type

import pytest
from django.urls import reverse

from driehoek.backbone.access.closed import LISTED, shut_to, without_news
from driehoek.facts.looking.models import KindSwitch, Objection
from driehoek.facts.people.models import Person, StudentGrant
from driehoek.facts.schools.models import Enrolment
from driehoek.features.portfolio.models import Sharing, Work
from driehoek.features.timeline.models import Milestone
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
ASK = "Wil je weten hoe het gaat? Vraag het de mentor."
SOON = ("laat hier straks werk zien", "Nog geen", "Hier komt")


def objects(cast: Cast) -> None:
    pair = {"student": cast.dewi, "guardian": cast.sri, "school": cast.delta}
    Objection.objects.create(**pair, reason="Liever zelf.", at=NOW)


def pages(cast: Cast, guardian: Person, child: Person) -> list[str]:
    """Each list that stands apart."""
    names = ("results:child", "portfolio:of_child", "feed:with_child")
    browser = cast.sign_in(guardian)
    return [browser.get(reverse(name, args=[child.pk])).text for name in names]


def shows_work(cast: Cast, student: Person) -> None:
    sits = Enrolment.objects.on(TODAY).select_related("group").filter(student=student)[0]
    said = {"by": student, "at": NOW, "sharing": Sharing("home")}
    Work.add(student, sits.group, "Mijn lamp", "Van hout.", **said).approve(by=student, at=NOW)


@pytest.mark.parametrize("has_work", [False, True])
def test_to_whom_she_objects_is_told_that_she_does_not_share_it(cast: Cast, has_work: bool) -> None:
    if has_work:
        shows_work(cast, cast.dewi)
    said = f"{cast.dewi.given_name} deelt dit nu niet met jou."
    here = reverse("children:detail", args=[cast.dewi.pk])
    assert "Om mee te nemen" in pages(cast, cast.sri, cast.dewi)[1]
    assert said not in "".join(pages(cast, cast.sri, cast.dewi)) + cast.sign_in(cast.sri).get(here).text
    objects(cast)
    for page in pages(cast, cast.sri, cast.dewi):
        assert said in page and ASK in page and not any(words in page for words in SOON)
    assert "Om mee te nemen" not in pages(cast, cast.sri, cast.dewi)[1]
    page = cast.sign_in(cast.sri).get(here).text
    assert page.count(said) >= 2 and ASK in page and not any(words in page for words in SOON)
    assert said not in cast.sign_in(cast.dewi).get(reverse("portfolio:mine")).text


@pytest.mark.parametrize("has_moments", [False, True])
def test_her_way_through_school_says_that_it_is_closed_and_not_that_it_is_empty(
    cast: Cast, has_moments: bool
) -> None:
    if has_moments:
        way = {"student": cast.dewi, "school": cast.delta, "by": cast.dewi, "at": NOW, "home_at": NOW}
        Milestone.objects.create(**way, kind="reached", title="Eerste verband", starts_on=TODAY)
    here, said = reverse("children:timeline", args=[cast.dewi.pk]), "Dewi deelt dit nu niet met jou."
    sri = cast.sign_in(cast.sri)
    page = sri.get(here).text
    assert said not in page and ("Eerste verband" in page) == has_moments
    KindSwitch.objects.create(school=cast.delta, kind="internship", is_open=False, at=NOW)
    page = sri.get(here).text
    assert f"Stage: School laat dit hier niet zien. {ASK}" in page
    assert ("Eerste verband" in page) == has_moments
    objects(cast)
    KindSwitch.objects.all().delete()
    page = sri.get(here).text
    assert page.count(said) == 1 and ASK in page
    assert not any(words in page for words in (*SOON, "Hier begint", "Eerste verband", "Stage:"))
    assert said not in cast.sign_in(cast.dewi).get(here).text


def test_the_first_page_says_so_of_each_child_about_whom_nothing_comes(cast: Cast) -> None:
    said = f"{cast.dewi.given_name} deelt dit nu niet met jou. {ASK}"
    today = reverse("home:today")
    assert said not in cast.sign_in(cast.sri).get(today).text
    objects(cast)
    page = cast.sign_in(cast.sri).get(today).text
    assert page.count(cast.dewi.given_name + " deelt dit nu niet") == 1 and ASK in page
    assert "Hier komt nieuws over" not in page and "geen nieuws uit de groep" not in page
    assert "deelt dit nu niet" not in cast.sign_in(cast.dewi).get(today).text


def test_of_forty_children_it_is_asked_at_once(cast: Cast, django_assert_num_queries: Any) -> None:
    """A database joins a few dozen tables in one question, and an official guardian has many wards."""
    forty = [Person.objects.create(given_name=f"Kind {number}", family_name="Vos") for number in range(40)]
    me = cast.viewer(cast.sri, "home")
    assert me.seats and without_news([cast.dewi], me) == []
    objects(cast)
    me = cast.viewer(cast.sri, "home")
    assert me.seats
    with django_assert_num_queries(1):
        assert len(without_news([*forty, cast.dewi], me)) == 41


def test_of_who_is_of_age_nobody_is_sent_to_the_mentor(cast: Cast) -> None:
    StudentGrant.objects.filter(student=cast.kevin).delete()
    grant = {"student": cast.kevin, "guardian": cast.ronald, "kind": "presence"}
    StudentGrant.objects.create(**grant, starts_on=TODAY - dt.timedelta(days=1))
    shut = shut_to(cast.kevin, cast.viewer(cast.ronald, "home"))
    assert set(shut) == {kind.value for kind in LISTED}
    for page in pages(cast, cast.ronald, cast.kevin):
        assert "Kevin deelt dit nu niet met jou." in page and "Vraag het de" not in page


def test_what_school_keeps_shut_is_not_laid_on_the_student(cast: Cast) -> None:
    me = cast.viewer(cast.naima, "home")
    assert "work" not in shut_to(cast.adam, me)
    KindSwitch.objects.create(school=cast.kompas, kind="work", is_open=False, by=cast.peter, at=NOW)
    assert str(shut_to(cast.adam, me)["work"]) == f"School laat dit hier niet zien. {ASK}"
    assert not shut_to(cast.adam, cast.viewer(cast.adam, "home"))
