"""Kloppen deze gegevens nog? Each guardian says it of her own, and reads no other's."""

import re
import uuid
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import NearPerson, Person
from driehoek.features.talks.models import ContactCheck, Talk, TalkRecord
from driehoek.features.talks.planning import Table, plan
from driehoek.features.talks.tests.table import planned
from tests.cast import NOW, TODAY, Cast

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


def test_the_language_and_how_news_comes_are_looked_over_too_and_lead_back_here(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="ar")
    talk = planned(cast)
    hers, his = page(cast.sign_in(cast.naima), talk), page(cast.sign_in(cast.rachid), talk)
    assert "العربية" in hers.partition('id="gegevens"')[2]
    assert "العربية" not in his and "Nederlands" in his
    browser = cast.sign_in(cast.rachid)
    back = f"{talk.get_absolute_url()}#gegevens"
    for name in ("shell:language", "choices:own"):
        [link] = re.findall(rf'href="({reverse(name)}\?next=[^"]+gegevens)"', his)
        assert back in browser.get(link).text, name
    assert "?next=" not in page(cast.sign_in(cast.anouk), talk).partition('id="gegevens"')[2]


def test_one_tap_confirms_and_another_home_does_not_read_that(cast: Cast) -> None:
    talk = planned(cast)
    assert [confirm(cast, talk, cast.naima).status_code for _time in range(2)] == [302, 302]
    assert ContactCheck.objects.count() == 1
    day = "Nagekeken op donderdag 19 november"
    assert day in page(cast.sign_in(cast.naima), talk)
    read = page(cast.sign_in(cast.anouk), talk)
    assert read.count(day) == 1 and read.count("Nog niet nagekeken") == 2  # his father, and school
    his = page(cast.sign_in(cast.rachid), talk)
    assert day not in his and his.count("Nog niet nagekeken") == 2  # he himself, and school
    seen = {p for p in (cast.naima, cast.rachid, cast.yusuf, cast.anouk, cast.joris) if _sees(cast, p)}
    assert seen == {cast.naima, cast.yusuf, cast.anouk}


def test_a_student_is_asked_for_her_own_number_and_all_three_confirm_it_together(cast: Cast) -> None:
    Person.objects.filter(pk=cast.adam.pk).update(mobile="+31687654321", email="adam@thuis.example")
    talk = of_adam(cast)
    own = page(cast.sign_in(cast.adam), talk)
    assert ASKED in own and "06 87 65 43 21" in own and "adam@thuis.example" in own
    assert cast.naima.email not in own and "06 87 65 43 21" not in page(cast.sign_in(cast.naima), talk)
    for person in (cast.adam, cast.naima):
        assert confirm(cast, talk, person).status_code == 302
    assert TalkRecord.close(talk, "Wij spraken.", by=cast.dijk, at=NOW).contacts_on is None
    assert confirm(cast, talk, cast.dijk).status_code == 302
    for person in (cast.adam, cast.naima, cast.dijk):
        assert page(cast.sign_in(person), talk).count("Nagekeken op donderdag 19 november") == 3
    made = TalkRecord.close(talk, "Wij spraken.", by=cast.dijk, at=NOW)
    assert made.version == 2 and made.contacts_on == TODAY
    together = "Samen nagekeken hoe jullie elkaar bereiken, op donderdag 19 november."
    for person in (cast.adam, cast.naima):
        assert together in page(cast.sign_in(person), talk)


def of_adam(cast: Cast) -> Talk:
    """Today, with his mother."""
    table = Table(cast.adam, cast.kompas, TODAY, cast.dijk)
    said: dict[str, Any] = {
        "token": uuid.uuid4(), "kind": "start", "moment": NOW, "minutes": 20, "place": "Lokaal 5",
        "guardians": [cast.naima.pk], "colleagues": [], "with_student": True, "reason": "Hij kan niet.",
        "reason_alone": "",
    }  # fmt: skip
    return plan(table, said, now=NOW)


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
