"""Kloppen deze gegevens nog? Each guardian says it of her own, and reads no other's."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import NearPerson, Person
from driehoek.features.talks.models import ContactCheck, Talk
from driehoek.features.talks.tests.table import planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
ASKED, AT_SCHOOL = "Kloppen deze gegevens nog?", "Kloppen de gegevens nog?"


def page(browser: Client, talk: Talk) -> str:
    return browser.get(talk.get_absolute_url()).text


def confirm(cast: Cast, talk: Talk, person: Person) -> HttpResponse:
    return cast.sign_in(person).post(reverse("talks:contact", args=[talk.pk]))  # type: ignore[return-value]


def test_each_reads_her_own_and_nothing_of_the_other_home(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+31612345678")
    near = {"student": cast.yusuf, "relation": "grandparent", "at": NOW, "in_emergency": True}
    NearPerson.objects.create(**near, named_by=cast.naima, name="Oma Khadija")
    talk = planned(cast)
    hers, his = page(cast.sign_in(cast.naima), talk), page(cast.sign_in(cast.rachid), talk)
    for words in (cast.naima.email, "06 12 34 56 78", "Oma Khadija"):
        assert words in hers and words not in his
        for person in (cast.anouk, cast.yusuf):
            assert words not in page(cast.sign_in(person), talk)
    assert ASKED in his and cast.rachid.email in his


def test_one_tap_confirms_and_only_she_and_school_read_that(cast: Cast) -> None:
    talk = planned(cast)
    assert [confirm(cast, talk, cast.naima).status_code for _time in range(2)] == [302, 302]
    assert ContactCheck.objects.count() == 1
    assert "Jij keek dit na op donderdag 19 november." in page(cast.sign_in(cast.naima), talk)
    read = page(cast.sign_in(cast.anouk), talk)
    assert read.count("Nagekeken op donderdag 19 november") == 1 and read.count("Nog niet nagekeken") == 1
    assert "Nagekeken" not in page(cast.sign_in(cast.rachid), talk)
    seen = {p for p in (cast.naima, cast.rachid, cast.yusuf, cast.anouk, cast.joris) if _sees(cast, p)}
    assert seen == {cast.naima, cast.anouk}


def _sees(cast: Cast, person: Person) -> bool:
    return ContactCheck.objects.visible_to(cast.viewer(person)).exists()


def test_nobody_confirms_for_another_nor_at_another_talk(cast: Cast) -> None:
    talk = planned(cast)
    refused = [confirm(cast, talk, person).status_code for person in (cast.yusuf, cast.anouk, cast.joris)]
    assert refused == [403, 403, 403] and confirm(cast, talk, cast.elif_).status_code == 404
    other = planned(cast, kind="progress")
    assert confirm(cast, other, cast.naima).status_code == 403
    assert ASKED not in page(cast.sign_in(cast.naima), other)
    assert AT_SCHOOL not in page(cast.sign_in(cast.anouk), other)
    assert not ContactCheck.objects.exists()
