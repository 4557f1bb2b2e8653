"""The office hears whom no mail reaches, of its own school only, and can have it tried again."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.letterbox.models import Complaint
from driehoek.backbone.notifications.models import Refusal
from driehoek.backbone.notifications.preferences import prefer
from driehoek.facts.people.models import Person
from driehoek.features.unreached.reaching import count_of
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
PAGE = reverse("unreached:people")


def refused(person: Person, days: int = 3) -> None:
    for day in range(days):
        Refusal.note(channel="email", address=person.email, day=TODAY - dt.timedelta(days=day), code="550")


def again(person: Person) -> str:
    return reverse("unreached:again", args=[person.pk])


def test_the_office_sees_who_gets_no_mail_and_of_which_child_she_is(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    assert "Alle ouders krijgen mail." in office.get(PAGE).text
    refused(cast.naima)
    refused(cast.rachid, days=2)
    page = office.get(PAGE).text
    assert cast.naima.full_name in page and cast.naima.email in page and cast.yusuf.full_name in page
    assert cast.rachid.full_name not in page


def test_a_child_at_another_school_is_not_named(cast: Cast) -> None:
    refused(cast.naima)
    assert cast.adam.full_name not in cast.sign_in(cast.marja).get(PAGE).text
    assert cast.adam.full_name in cast.sign_in(cast.peter).get(PAGE).text


@pytest.mark.parametrize("who", ["anouk", "ingrid", "petra"])
def test_it_is_the_business_of_the_office_alone(cast: Cast, who: str) -> None:
    refused(cast.naima)
    browser = cast.sign_in(getattr(cast, who), "school")
    assert cast.naima.email not in browser.get(PAGE).text
    assert browser.post(again(cast.naima)).status_code in (403, 404)
    assert Refusal.objects.count() == 3


def test_who_is_no_parent_of_this_school_or_is_kept_away_is_not_shown(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    for person in (cast.wouter, cast.jeroen):
        refused(person)
        assert person.email not in office.get(PAGE).text
        assert office.post(again(person)).status_code in (403, 404)


def test_it_is_tried_again_when_she_says_so_once(cast: Cast) -> None:
    refused(cast.naima)
    office = cast.sign_in(cast.marja)
    for _ in range(2):
        assert office.post(again(cast.naima)).url == PAGE
    assert not Refusal.objects.exists() and cast.naima.email not in office.get(PAGE).text
    assert Entry.objects.filter(verb="unreached.address.tried_again").count() == 1


def test_a_longer_list_takes_no_more_questions_to_the_database(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    office.get(PAGE)
    counts = []
    for more in (cast.naima, cast.rachid, cast.elif_, cast.cheryl):
        refused(more)
        with CaptureQueriesContext(connection) as asked:
            office.get(PAGE)
        counts.append(len(asked))
    assert len(set(counts)) == 1


def test_the_office_sees_for_a_while_whose_mail_ended_because_it_was_called_unwanted(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    Complaint.note(cast.naima, "news", at=NOW)
    page = office.get(PAGE).text
    assert cast.naima.full_name in page and "Nieuws uit de klas" in page and cast.adam.full_name not in page
    assert count_of(cast.viewer(cast.marja)) == 1 and "Alle ouders" not in page
    assert cast.naima.full_name not in cast.sign_in(cast.anouk, "school").get(PAGE).text
    assert count_of(cast.viewer(cast.marja, now=NOW + dt.timedelta(days=30))) == 0
    prefer(cast.naima, category="news", channel="email", rhythm="now")
    assert "Alle ouders krijgen mail." in office.get(PAGE).text
