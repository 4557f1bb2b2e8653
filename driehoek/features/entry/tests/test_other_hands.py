"""A mailbox, a letter or a card in hands that must not open anything with it."""

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Appointment
from driehoek.features.entry.inviting import hand_out, invite
from driehoek.features.entry.jobs import send_invitation
from driehoek.features.entry.models import Invitation, Road
from driehoek.features.entry.people import persons_at, pupils_to_print
from driehoek.features.entry.tests.conftest import digits_in
from tests.cast import NOW, TODAY, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def block(cast: Cast) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="test",
        entered_by=cast.marja,
    )  # fmt: skip


def test_a_blocked_parent_comes_in_as_nobody_else_through_a_mailbox_they_share(cast: Cast) -> None:
    everyone = [cast.naima.pk, cast.rachid.pk]
    Person.objects.filter(pk__in=everyone).update(email="thuis@family.example")
    assert {person.pk for person in persons_at("thuis@family.example", day=TODAY)} == set(everyone)
    block(cast)
    assert persons_at("thuis@family.example", day=TODAY) == [cast.rachid]
    assert cast.viewer(cast.rachid, "home").wards().isdisjoint({cast.yusuf.pk})


def test_no_invitation_goes_to_a_mailbox_that_a_blocked_parent_shares(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    block(cast)
    for invitation in invite([link], by=cast.marja, road=Road.EMAIL, now=NOW):
        send_invitation.enqueue(invitation.pk)
    assert not mail.outbox


def come_with_letter(cast: Cast, by: Person, **posted: str) -> tuple[Client, HttpResponse]:
    """A browser that shows the letter for Naima and knows when Yusuf has his birthday."""
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (letter,) = invite([link], by=by, road=Road.LETTER, now=NOW)
    born, browser = cast.yusuf.birth_date, Client()
    page = reverse("entry:confirm", args=[hand_out(letter)])
    return browser, browser.post(page, {"day": born.day, "month": born.month, **posted})


def known(cast: Cast, **facts: object) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(last_login=NOW, **facts)


def test_a_letter_lets_a_newcomer_in_at_once(cast: Cast) -> None:
    browser, answer = come_with_letter(cast, cast.marja)
    assert answer.url == "/" and browser.session["_auth_user_id"] == str(cast.naima.pk)


def test_who_is_let_in_with_a_letter_hears_of_it_where_nobody_else_reads(cast: Cast) -> None:
    come_with_letter(cast, cast.marja)
    (told,) = mail.outbox
    assert told.to == [cast.naima.email] and "jouw brief" in told.body
    assert not any(word in told.body for word in ("Yusuf", "Vlieger", "groep 5"))


def test_a_mailbox_that_a_blocked_parent_reads_does_not_hear_of_it(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    block(cast)
    come_with_letter(cast, cast.marja)
    assert not mail.outbox


def test_a_teacher_prints_no_letter_that_opens_more_than_her_own_group(cast: Cast) -> None:
    """Naima also has a child at another school. Elif has one child, and she is in groep 5."""
    naima = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    elif_ = Guardianship.objects.get(guardian=cast.elif_, student=cast.defne)
    both = {"link": [naima.pk, elif_.pk]}
    page = reverse("entry:printed_letters", args=[cast.groep_5.pk])
    cast.sign_in(cast.anouk).post(page, both)
    assert [made.guardianship for made in Invitation.objects.all()] == [elif_]
    cast.sign_in(cast.anouk).post(reverse("entry:mailed_letters", args=[cast.groep_5.pk]), both)
    assert Invitation.objects.get(guardianship=naima).road == Road.EMAIL  # that one never is in her hands
    cast.sign_in(cast.marja).post(page, both)
    assert Invitation.objects.filter(guardianship=naima, created_by=cast.marja, road=Road.LETTER).exists()


@pytest.mark.parametrize("by", ["anouk", "marja"])
def test_a_letter_alone_does_not_sign_in_as_who_came_before(cast: Cast, by: str) -> None:
    known(cast)
    browser, answer = come_with_letter(cast, getattr(cast, by), borrowed="on")
    assert answer.url == reverse("entry:code") and "_auth_user_id" not in browser.session
    assert [message.to for message in mail.outbox] == [[cast.naima.email]]
    page = browser.get(answer.url)
    assert cast.naima.email not in page.text and "Je was hier al eens." in page.text
    assert 'name="borrowed" checked' in page.text
    assert browser.post(answer.url, {"code": digits_in(mail.outbox[0])}).url == "/"
    assert browser.session["_auth_user_id"] == str(cast.naima.pk)


def test_a_colleague_of_the_group_cannot_print_a_way_in_where_no_address_is_known(cast: Cast) -> None:
    known(cast, email="", mobile="")
    browser, answer = come_with_letter(cast, cast.anouk)
    assert answer.status_code == 409 and "administratie" in answer.text
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize("by", ["marja", "joris"])
def test_the_office_can(cast: Cast, by: str) -> None:
    known(cast, email="", mobile="")
    browser, answer = come_with_letter(cast, getattr(cast, by))
    assert answer.url == "/" and browser.session["_auth_user_id"] == str(cast.naima.pk)


def test_an_office_of_another_school_cannot(cast: Cast) -> None:
    known(cast, email="", mobile="")
    Appointment.objects.filter(person=cast.marja).update(school=cast.delta)
    assert come_with_letter(cast, cast.marja)[1].status_code == 409


def test_no_code_goes_to_a_mailbox_that_a_blocked_parent_reads(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    block(cast)
    known(cast, mobile="")
    assert come_with_letter(cast, cast.anouk)[1].status_code == 409
    assert not mail.outbox


def test_who_is_signed_in_needs_no_more_than_the_letter(cast: Cast) -> None:
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (letter,) = invite([link], by=cast.anouk, road=Road.LETTER, now=NOW)
    born, page = cast.yusuf.birth_date, reverse("entry:confirm", args=[hand_out(letter)])
    answer = cast.sign_in(cast.naima).post(page, {"day": born.day, "month": born.month})
    assert answer.url == "/" and not mail.outbox


def test_a_card_is_not_for_a_student_who_signs_in_by_herself(cast: Cast) -> None:
    viewer = cast.viewer(cast.anouk)
    assert cast.yusuf in pupils_to_print(cast.groep_5, viewer)
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=TODAY.replace(year=TODAY.year - 12))
    assert cast.yusuf not in pupils_to_print(cast.groep_5, viewer)
