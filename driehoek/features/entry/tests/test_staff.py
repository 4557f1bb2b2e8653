"""Who works at a school: a password or passkey, and always a second factor."""

import datetime as dt

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.facts.people.models import Person, Portrait
from driehoek.facts.schools.models import ExternalKey
from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.forms import WEAK, NewPasswordForm
from driehoek.features.entry.models import Device, StaffInvitation
from driehoek.features.entry.signing_in import AT_WORK
from driehoek.features.entry.tests.conftest import digits_in
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
PASSWORD = "vier rode fietsen buiten"
LOGIN, SECOND, APP = (reverse(name) for name in ("account_login", "mfa_authenticate", "mfa_activate_totp"))


def six_digits(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def started(person: Person) -> tuple[Client, str]:
    """A colleague who came in by her link and set up an app; and the secret in that app."""
    _invitation, code = invite_colleague(person, school=None, by=None, now=NOW)
    browser = Client()
    browser.post(code.path, {"password": PASSWORD, "again": PASSWORD})
    secret = browser.get(APP).context["form"].secret
    browser.post(APP, {"code": six_digits(secret)})
    person.refresh_from_db()
    return browser, secret


def wears(browser: Client) -> tuple[str | None, bool]:
    return browser.session.get("hat"), bool(browser.session.get("strong"))


def test_a_colleague_starts_with_a_link_and_comes_no_further_than_the_second_factor(cast: Cast) -> None:
    _invitation, code = invite_colleague(cast.anouk, school=cast.vlieger, by=cast.joris, now=NOW)
    browser = Client()
    assert browser.get(code.path).status_code == 200
    assert browser.post(code.path, {"password": PASSWORD, "again": PASSWORD}).url == reverse("mfa_index")
    assert wears(browser) == ("home", False)
    for closed in ("profile:settings", "entry:devices", "entry:letters"):
        assert browser.get(reverse(closed)).url == reverse("mfa_index")
    secret = browser.get(APP).context["form"].secret
    assert browser.post(APP, {"code": six_digits(secret)}).status_code == 302
    assert wears(browser) == ("school", True)
    assert browser.get(reverse("entry:letters")).status_code == 200


def test_the_link_works_once_and_for_seven_days(cast: Cast) -> None:
    _invitation, code = invite_colleague(cast.anouk, school=None, by=None, now=NOW)
    _newer, newer = invite_colleague(cast.anouk, school=None, by=None, now=NOW)
    assert Client().get(code.path).status_code == 404  # replaced
    with time_machine.travel(NOW + dt.timedelta(days=7, seconds=1), tick=False):
        assert Client().get(newer.path).status_code == 404
    assert Client().post(newer.path, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert Client().get(newer.path).status_code == 404


@pytest.mark.parametrize("password", ["kort", "password123456", "123456789012"])
def test_a_weak_password_is_refused(cast: Cast, password: str) -> None:
    _invitation, code = invite_colleague(cast.anouk, school=None, by=None, now=NOW)
    assert Client().post(code.path, {"password": password, "again": password}).status_code == 422
    cast.anouk.refresh_from_db()
    assert not cast.anouk.has_usable_password()


def test_a_password_alone_opens_nothing(cast: Cast) -> None:
    _browser, secret = started(cast.anouk)
    later = Client()
    answer = later.post(LOGIN, {"login": cast.anouk.login_name, "password": PASSWORD})
    assert answer.url == SECOND and "_auth_user_id" not in later.session
    assert later.get(reverse("entry:letters")).status_code == 302
    with time_machine.travel(NOW + dt.timedelta(minutes=2), tick=False):
        later.post(SECOND, {"code": six_digits(secret)})
        assert wears(later) == ("school", True)


def test_the_school_session_ends_after_twelve_hours(cast: Cast) -> None:
    browser, _secret = started(cast.anouk)
    assert browser.get(reverse("entry:letters")).status_code == 200
    with time_machine.travel(NOW + AT_WORK + dt.timedelta(seconds=1), tick=False):
        assert browser.get(reverse("entry:letters")).status_code == 302


def test_a_wrong_second_factor_opens_nothing(cast: Cast) -> None:
    started(cast.anouk)
    browser = Client()
    browser.post(LOGIN, {"login": cast.anouk.login_name, "password": PASSWORD})
    assert browser.post(SECOND, {"code": "000000"}).status_code == 200
    assert "_auth_user_id" not in browser.session


def test_a_new_link_ends_everything_that_went_before(cast: Cast) -> None:
    browser, _secret = started(cast.anouk)
    _invitation, code = invite_colleague(cast.anouk, school=None, by=None, now=NOW)
    assert browser.get(reverse("entry:letters")).status_code == 200  # not yet used
    Client().post(code.path, {"password": PASSWORD + "!", "again": PASSWORD + "!"})
    assert browser.get(reverse("entry:letters")).status_code == 302
    assert not Authenticator.objects.filter(user=cast.anouk).exists()


def test_a_mailbox_and_a_password_are_not_enough_to_change_the_second_factor(cast: Cast) -> None:
    started(cast.anouk)
    mail.outbox.clear()
    thief = Client()
    thief.post(reverse("entry:signin"), {"address": cast.anouk.email})
    thief.post(reverse("entry:code"), {"code": digits_in(mail.outbox[0])})
    assert wears(thief) == ("home", False)
    for name in (
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
    ):
        assert thief.get(reverse(name)).url == LOGIN
    assert thief.post(reverse("mfa_deactivate_totp")).url == LOGIN
    assert Authenticator.objects.filter(user=cast.anouk, type="totp").exists()


def test_a_code_by_mail_never_wears_the_school_hat(cast: Cast) -> None:
    started(cast.anouk)
    mail.outbox.clear()
    browser = Client()
    browser.post(reverse("entry:signin"), {"address": cast.anouk.email})
    browser.post(reverse("entry:code"), {"code": digits_in(mail.outbox[0])})
    assert browser.get(reverse("entry:letters")).status_code == 403
    assert browser.post(reverse("entry:hat"), {"hat": "school"}).url == LOGIN
    assert "_auth_user_id" not in browser.session


def test_the_role_changes_by_hand_and_with_a_new_key(cast: Cast) -> None:
    browser, _secret = started(cast.anouk)
    before = browser.session.session_key
    page = browser.get(reverse("profile:settings")).text
    assert "Je bent nu: Juf Anouk." in page and "Word: ouder van Tess" in page
    browser.post(reverse("entry:hat"), {"hat": "home"})
    assert wears(browser) == ("home", True) and browser.session.session_key != before
    browser.post(reverse("entry:hat"), {"hat": "school"})
    assert wears(browser) == ("school", True)


def test_signing_up_and_resetting_by_mail_do_not_exist(cast: Cast) -> None:
    for path in ("signup/", "email/", "password/reset/", "password/change/"):
        assert Client().get(f"/school/{path}").status_code == 404


def test_a_change_of_the_second_factor_is_mailed(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        started(cast.anouk)
    assert any("veranderd" in message.subject for message in mail.outbox)


def test_the_office_gives_a_colleague_a_link_and_a_teacher_does_not(cast: Cast) -> None:
    page = cast.sign_in(cast.marja).get(reverse("entry:colleagues"))
    job = next(line.job for line in page.context["colleagues"] if line.person == cast.anouk)
    url = reverse("entry:colleague_invitation", args=[job.pk])
    assert cast.sign_in(cast.daan).post(url).status_code == 404
    assert StaffInvitation.objects.count() == 0
    assert cast.sign_in(cast.marja).post(url, {"mail": "1"}).status_code == 302
    assert "Vlieger" not in mail.outbox[0].subject
    assert StaffInvitation.objects.get().person == cast.anouk


def test_a_school_gives_nobody_of_its_board_a_way_in(cast: Cast) -> None:
    colleagues = cast.sign_in(cast.marja).get(reverse("entry:colleagues")).context["colleagues"]
    assert cast.ingrid not in [line.person for line in colleagues]


def test_passwords_are_tried_ten_times_and_no_more(cast: Cast) -> None:
    started(cast.anouk)
    for number in range(10):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(
            LOGIN, {"login": cast.anouk.login_name, "password": "x" * 12}
        )
    browser = Client(REMOTE_ADDR="192.0.2.99")
    answer = browser.post(LOGIN, {"login": cast.anouk.login_name, "password": PASSWORD})
    assert answer.status_code == 200 and "Te vaak geprobeerd" in answer.text


def test_a_guardian_may_have_a_passkey_without_a_password(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert browser.get(reverse("mfa_add_webauthn")).status_code == 200
    assert browser.get(reverse("mfa_list_webauthn")).status_code == 200
    assert Device.objects.filter(person=cast.naima).exists()


def test_an_operator_gives_the_first_colleague_a_link(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    key = ExternalKey.objects.filter(person=cast.joris).values_list("key", flat=True)[0]
    call_command("invite_colleague", key=key)
    path = capsys.readouterr().out.strip().removeprefix("http://localhost:8000")
    assert Client().get(path).status_code == 200
    with pytest.raises(CommandError):
        call_command("invite_colleague", key="dv-nobody")


def test_the_list_of_colleagues_asks_for_no_face_that_its_reader_may_not_see(cast: Cast) -> None:
    face = Portrait.objects.create(person=cast.joris, token="a-face").get_absolute_url()
    for person, sees in ((cast.marja, True), (cast.ingrid, False)):
        page = cast.sign_in(person, "school").get(reverse("entry:colleagues"))
        line = next(line for line in page.context["colleagues"] if line.person == cast.joris)
        assert line.has_face is sees
        assert (face in page.text) is sees


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar", "pl", "uk"])
def test_a_weak_password_is_refused_in_words_of_ours(cast: Cast, language: str) -> None:
    with translation.override(language):
        for weak in ("kort", "123456789012", cast.anouk.email):
            form = NewPasswordForm({"password": weak, "again": weak}, person=cast.anouk)
            assert set(form.errors["password"]) <= {str(words) for words in WEAK.values()}
        assert NewPasswordForm({"password": PASSWORD, "again": PASSWORD}, person=cast.anouk).is_valid()
