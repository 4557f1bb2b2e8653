"""A mailbox, a letter or a card in hands that must not open anything with it."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.features.entry.inviting import hand_out, invite
from driehoek.features.entry.jobs import send_invitation
from driehoek.features.entry.models import Road
from driehoek.features.entry.people import persons_at, pupils_to_print
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


@pytest.mark.parametrize("came_before", [True, False])
def test_who_came_in_before_hears_that_somebody_used_a_letter_of_hers(cast: Cast, came_before: bool) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(last_login=NOW if came_before else None)
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (letter,) = invite([link], by=cast.anouk, road=Road.LETTER, now=NOW)
    born = cast.yusuf.birth_date
    page = reverse("entry:confirm", args=[hand_out(letter)])
    assert Client().post(page, {"day": born.day, "month": born.month}).url == "/"
    assert [message.to for message in mail.outbox] == ([[cast.naima.email]] if came_before else [])


def test_a_card_is_not_for_a_student_who_signs_in_by_herself(cast: Cast) -> None:
    viewer = cast.viewer(cast.anouk)
    assert cast.yusuf in pupils_to_print(cast.groep_5, viewer)
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=TODAY.replace(year=TODAY.year - 12))
    assert cast.yusuf not in pupils_to_print(cast.groep_5, viewer)
