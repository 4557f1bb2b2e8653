"""Each guard switched off: then what it keeps out comes in. Else a test could be green for nothing."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Restriction
from driehoek.features.entry import jobs
from driehoek.features.entry.inviting import invite
from driehoek.features.entry.models import Device, Invitation, Road, SignInCode
from driehoek.features.entry.tests.conftest import digits_in
from driehoek.features.entry.tests.test_letters_and_welcome import BIRTHDAY, letter_for
from driehoek.features.entry.views import signin, staff, welcome
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def block(cast: Cast) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.anouk,
    )  # fmt: skip


def test_without_the_question_whether_a_link_stands_a_block_is_walked_around(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = letter_for(cast)
    block(cast)
    monkeypatch.setattr(welcome, "still_stands", lambda invitation, now: True)
    assert "De Vlieger" in Client().get(reverse("entry:welcome", args=[code])).text


def test_without_asking_again_a_blocked_adult_gets_a_mail(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (invitation,) = invite([link], by=None, road=Road.EMAIL, now=NOW)
    block(cast)
    monkeypatch.setattr(jobs, "still_stands", lambda invitation, now: True)
    jobs.send_invitation.enqueue(invitation.pk)
    assert len(mail.outbox) == 1


def test_without_the_binding_the_digits_work_in_another_browser(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, thief = Client(), Client()
    owner.post(reverse("entry:signin"), {"address": cast.naima.email})
    monkeypatch.setattr(signin, "asked_here", lambda request: SignInCode.objects.order_by("pk").first())
    thief.post(reverse("entry:code"), {"code": digits_in(mail.outbox[0])})
    assert int(thief.session["_auth_user_id"]) == cast.naima.pk


def test_without_the_count_a_code_can_be_tried_for_ever(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    code, browser = letter_for(cast), Client()
    monkeypatch.setattr("driehoek.features.entry.models.invitation.TRIES", 10**6)
    for day in range(1, 12):
        browser.post(reverse("entry:confirm", args=[code]), {"day": day, "month": 1})
    assert browser.post(reverse("entry:confirm", args=[code]), BIRTHDAY).url == "/"


def test_without_the_check_on_managing_a_weak_session_reaches_the_second_factor(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.anouk.set_password("vier rode fietsen buiten")
    cast.anouk.save()
    weak = cast.sign_in(cast.anouk, "home")
    assert weak.get(reverse("mfa_index")).status_code == 302
    monkeypatch.setattr(staff, "may_manage", lambda request: True)
    assert weak.get(reverse("mfa_index")).status_code == 200


def test_without_its_row_a_device_is_a_stranger_and_with_it_a_guest(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    page = reverse("entry:devices")
    assert browser.get(page).status_code == 200
    Device.objects.filter(person=cast.naima).delete()
    assert browser.get(page).status_code == 302


def test_two_at_once_use_a_letter_once(cast: Cast) -> None:
    code = letter_for(cast).replace("-", "")
    one, other = Invitation.by_code(code), Invitation.by_code(code)
    assert one and other
    assert [one.use(now=NOW), other.use(now=NOW)] == [True, False]
