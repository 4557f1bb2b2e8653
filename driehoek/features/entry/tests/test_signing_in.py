"""Six digits by mail: for one browser, one use, ten minutes, and the same answer for everybody."""

import datetime as dt
import re

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from driehoek.facts.people.models import Person
from driehoek.features.entry.limits import networks
from driehoek.features.entry.messengers import mobile_number
from driehoek.features.entry.models import Device, SignInCode
from driehoek.features.entry.tests.conftest import digits_in
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
SIGNIN, CODE, WHO = (reverse(f"entry:{name}") for name in ("signin", "code", "who"))


def asked(address: str, browser: Client | None = None) -> Client:
    browser = browser or Client()
    assert browser.post(SIGNIN, {"address": address}).url == CODE
    return browser


def somebody(browser: Client) -> int | None:
    key = browser.session.get("_auth_user_id")
    return int(key) if key else None


def test_a_guardian_signs_in_with_six_digits_and_stays_for_180_days(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    assert browser.post(CODE, {"code": digits_in(mail.outbox[0])}).url == "/"
    assert somebody(browser) == cast.naima.pk
    assert browser.session["hat"] == "home" and not browser.session["strong"]
    assert browser.session.get_expiry_age() == 180 * 24 * 3600


def test_the_subject_gives_nothing_away(cast: Cast) -> None:
    asked(cast.naima.email)
    (message,) = mail.outbox
    assert not re.search(r"\d|Vlieger|Yusuf", message.subject)
    assert message.to == [cast.naima.email]


def test_the_digits_work_only_in_the_browser_that_asked(cast: Cast) -> None:
    asked(cast.naima.email)
    thief = asked("thief@elsewhere.example")
    assert thief.post(CODE, {"code": digits_in(mail.outbox[0])}).status_code == 422
    assert somebody(thief) is None


def test_the_digits_work_once(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    asked_for = SignInCode.objects.get()
    digits = digits_in(mail.outbox[0])
    browser.post(CODE, {"code": digits})
    assert not asked_for.spend(digits, now=NOW)


@pytest.mark.parametrize(("seconds", "is_in"), [(599, True), (601, False)])
def test_the_digits_work_for_ten_minutes(cast: Cast, seconds: int, is_in: bool) -> None:
    browser = asked(cast.naima.email)
    with time_machine.travel(NOW + dt.timedelta(seconds=seconds), tick=False):
        browser.post(CODE, {"code": digits_in(mail.outbox[0])})
    assert bool(somebody(browser)) == is_in


def test_after_five_wrong_tries_the_right_digits_are_too_late(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    right = digits_in(mail.outbox[0])
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(5):
        assert browser.post(CODE, {"code": wrong}).status_code == 422
    assert browser.post(CODE, {"code": right}).status_code == 422
    assert somebody(browser) is None


def bare(text: str) -> str:
    """The page without what differs from visit to visit."""
    return re.sub(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]+"', "", text)


def test_an_address_nobody_has_gets_the_very_same_answer(cast: Cast) -> None:
    known, unknown = Client(), Client()
    answers = [
        browser.post(SIGNIN, {"address": address}, follow=True)
        for browser, address in [(known, cast.naima.email), (unknown, "nobody@elsewhere.example")]
    ]
    assert bare(answers[0].text) == bare(answers[1].text)
    assert answers[0].headers.keys() == answers[1].headers.keys()
    wrong = [browser.post(CODE, {"code": "12345"}) for browser in (known, unknown)]
    assert bare(wrong[0].text) == bare(wrong[1].text) and wrong[0].status_code == wrong[1].status_code
    assert len(mail.outbox) == 1


def test_asking_is_the_same_work_for_every_address(cast: Cast, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    asked("first@elsewhere.example")  # so that the counter of this network is there
    work = []
    for address in (cast.naima.email, "nobody@elsewhere.example"):
        with CaptureQueriesContext(connection) as queries:
            asked(address)
        work.append([re.sub(r"_x\d+", "", query["sql"])[:30] for query in queries.captured_queries])
    assert work[0] == work[1]
    assert DBTaskResult.objects.count() == 3 and mail.outbox == []


def test_two_adults_at_one_address_are_asked_who_they_are(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    browser = asked(cast.naima.email)
    assert browser.post(CODE, {"code": digits_in(mail.outbox[0])}).url == WHO
    page = browser.get(WHO)
    assert cast.naima.full_name in page.text and cast.rachid.full_name in page.text
    assert browser.post(WHO, {"person": cast.elif_.pk}).status_code == 200  # not at this address
    assert somebody(browser) is None
    assert browser.post(WHO, {"person": cast.rachid.pk}).url == "/"
    assert somebody(browser) == cast.rachid.pk


def test_the_question_who_you_are_needs_the_code_first(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    assert browser.post(WHO, {"person": cast.naima.pk}).url == SIGNIN
    assert somebody(browser) is None


def test_a_student_signs_in_by_herself_from_twelve(cast: Cast) -> None:
    for student, works in [(cast.adam, True), (cast.yusuf, False)]:
        Person.objects.filter(pk=student.pk).update(email=f"s{student.pk}@school.example")
        mail.outbox.clear()
        browser = asked(f"s{student.pk}@school.example")
        assert bool(mail.outbox) == works
        if works:
            browser.post(CODE, {"code": digits_in(mail.outbox[0])})
        assert (somebody(browser) == student.pk) == works


def test_a_colleague_who_is_no_parent_gets_no_code(cast: Cast) -> None:
    browser = asked(cast.daan.email)
    assert "\n    " not in mail.outbox[0].body and "/school/inloggen/" in mail.outbox[0].body
    assert somebody(browser) is None


def test_somebody_who_left_gets_no_code(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    asked(cast.naima.email)
    assert mail.outbox == []


def test_a_second_code_within_half_a_minute_is_too_soon(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    assert browser.post(SIGNIN, {"address": cast.naima.email}).status_code == 429
    with time_machine.travel(NOW + dt.timedelta(seconds=31), tick=False):
        asked(cast.naima.email, browser)
    assert len(mail.outbox) == 2


def test_a_whole_school_behind_one_address_is_let_in(cast: Cast) -> None:
    for number in range(60):
        asked(f"parent{number}@elsewhere.example")


def test_many_addresses_of_one_ipv6_network_count_as_one() -> None:
    assert networks("2001:db8:1:2::1")[0] == networks("2001:db8:1:2:ffff::9")[0]
    assert networks("2001:db8:1:2::1")[0] != networks("2001:db8:1:3::1")[0]
    assert networks("2001:db8:1:2::1")[1] == networks("2001:db8:1:3::1")[1]
    assert networks("::ffff:192.0.2.7") == networks("192.0.2.7") == ("192.0.2.7", "192.0.2.7")


def test_ten_thousand_tries_from_one_network_are_stopped(cast: Cast) -> None:
    statuses = [
        Client(REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
        .post(SIGNIN, {"address": f"a{number}@b.example"})
        .status_code
        for number in range(1, 411)
    ]
    assert statuses[:400] == [302] * 400 and statuses[400:] == [429] * 10


@pytest.mark.parametrize(
    ("typed", "number"),
    [("06 1234 5678", "+31612345678"), ("0031612345678", "+31612345678"), ("+32470123456", "+32470123456"),
     ("12", ""), ("naima@voorbeeld.example", "")],
)  # fmt: skip
def test_a_mobile_number_is_written_as_the_world_writes_it(typed: str, number: str) -> None:
    assert mobile_number(typed) == number


def test_signing_in_gives_the_session_a_new_key_and_leaving_empties_the_browser(cast: Cast) -> None:
    browser = asked(cast.naima.email)
    before = browser.cookies["sid"].value
    browser.post(CODE, {"code": digits_in(mail.outbox[0])})
    after = browser.cookies["sid"].value
    assert before != after and not Device.objects.filter(session_key=before).exists()
    left = browser.post(reverse("entry:signout"))
    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not Device.objects.filter(session_key=after).exists()


def test_looking_at_the_way_out_signs_nobody_out(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    browser.get(reverse("entry:signout"))
    assert browser.get(reverse("profile:settings")).status_code == 200
