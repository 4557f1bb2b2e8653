"""Whose start link the office may see: whoever opens it becomes that colleague."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment, Function, School
from driehoek.features.entry.models import StaffInvitation
from tests.cast import NOW, TODAY, Cast

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def sanne(cast: Cast) -> Person:
    """New at De Vlieger."""
    person = Person.objects.create(given_name="Sanne", family_name="Mulder", email="sanne@vlieger.example")
    give_work(person, cast.vlieger)
    return person


def give_work(person: Person, school: School, function: str = Function.OFFICE) -> Appointment:
    return Appointment.objects.create(
        person=person, board=school.board, school=school, function=function, starts_on=TODAY, source="office"
    )


def ask(cast: Cast, person: Person, by: str = "marja", **posted: str) -> HttpResponse:
    job = Appointment.objects.filter(person=person, school=cast.vlieger).first()
    assert job
    url = reverse("entry:colleague_invitation", args=[job.pk])
    return cast.sign_in(getattr(cast, by)).post(url, posted)


def offered(cast: Cast, person: Person) -> bool:
    """Whether the page of the office has the button for her."""
    page = cast.sign_in(cast.marja).get(reverse("entry:colleagues"))
    return next(line.may_be_shown for line in page.context["colleagues"] if line.person == person)


def verbs() -> list[str]:
    return list(Entry.objects.filter(verb__startswith="entry.staffinvitation").values_list("verb", flat=True))


def test_a_newcomer_gets_her_link_from_the_screen_of_the_office(cast: Cast, sanne: Person) -> None:
    assert offered(cast, sanne)
    shown = ask(cast, sanne)
    assert shown.status_code == 200 and "/school/start/" in shown.text
    assert verbs() == ["entry.staffinvitation.created", "entry.staffinvitation.shown"]


def refused_on_screen_and_mailed(cast: Cast, person: Person, by: str = "marja") -> None:
    assert not offered(cast, person)
    answer = ask(cast, person, by)
    assert answer.status_code == 403 and "/school/start/" not in answer.text
    assert not StaffInvitation.objects.exists() and not verbs()
    answer = ask(cast, person, by, mail="1")
    assert answer.status_code == 302 and [message.to for message in mail.outbox] == [[person.email]]
    assert verbs() == ["entry.staffinvitation.created", "entry.staffinvitation.mailed"]


def test_who_signed_in_before_is_mailed(cast: Cast, sanne: Person) -> None:
    Person.objects.filter(pk=sanne.pk).update(last_login=NOW)
    refused_on_screen_and_mailed(cast, sanne)


def test_who_has_a_password_is_mailed(cast: Cast, sanne: Person) -> None:
    sanne.set_password("vier rode fietsen buiten")
    sanne.save()
    refused_on_screen_and_mailed(cast, sanne)


def test_who_has_a_second_factor_is_mailed(cast: Cast, sanne: Person) -> None:
    Authenticator.objects.create(user=sanne, type=Authenticator.Type.TOTP, data={})
    refused_on_screen_and_mailed(cast, sanne)


def test_who_works_at_another_school_too_is_mailed(cast: Cast, sanne: Person) -> None:
    give_work(sanne, cast.kompas)
    refused_on_screen_and_mailed(cast, sanne)


def test_who_has_a_child_at_another_school_is_mailed(cast: Cast, sanne: Person) -> None:
    Guardianship.objects.create(
        student=cast.adam, guardian=sanne, kind="custody", starts_on=TODAY, source="office"
    )
    refused_on_screen_and_mailed(cast, sanne)


def test_a_head_is_mailed_even_when_she_is_new(cast: Cast, sanne: Person) -> None:
    Appointment.objects.filter(person=sanne).update(function=Function.HEAD)
    refused_on_screen_and_mailed(cast, sanne)


def test_a_head_sees_the_same_links_as_the_office_and_no_more(cast: Cast, sanne: Person) -> None:
    assert ask(cast, sanne, by="joris").status_code == 200
    Person.objects.filter(pk=sanne.pk).update(last_login=NOW)
    assert ask(cast, sanne, by="joris").status_code == 403


def test_who_has_no_address_gets_no_link_on_the_screen_instead(cast: Cast, sanne: Person) -> None:
    Person.objects.filter(pk=sanne.pk).update(last_login=NOW, email="")
    answer = ask(cast, sanne, mail="1")
    assert answer.status_code == 302 and not mail.outbox and not StaffInvitation.objects.exists()
    page = cast.sign_in(cast.marja).get(reverse("entry:colleagues"))
    assert "Wij kennen het e-mailadres niet." in page.text


def test_a_link_that_was_shown_dies_when_she_comes_in_herself(cast: Cast, sanne: Person) -> None:
    link = ask(cast, sanne).context["code"].path
    assert Client().get(link).status_code == 200
    Person.objects.filter(pk=sanne.pk).update(last_login=NOW)
    assert Client().get(link).status_code == 404
    ask(cast, sanne, mail="1")  # what comes to her own mailbox goes on working
    mailed = re.search(r"/school/start/[\w-]+/", str(mail.outbox[0].body))
    assert mailed and Client().get(mailed[0]).status_code == 200
