"""Devices that can be seen and ended, and cards for young students."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from driehoek.base.shell.agents import kind_of
from driehoek.facts.schools.models import Enrolment
from driehoek.features.entry.models import Device, StudentCard
from driehoek.features.entry.printing import print_cards
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
PAGE = reverse("entry:devices")
PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"


def handle_of(browser: Client) -> str:
    return str(Device.objects.get(session_key=browser.session.session_key).handle)


def test_a_person_sees_her_devices_in_words_and_nobody_elses(cast: Cast) -> None:
    mine, other = cast.sign_in(cast.naima), cast.sign_in(cast.rachid)
    code = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    tablet = Client(HTTP_USER_AGENT=PHONE)
    tablet.post(code.path)
    assert "Telefoon met Android" in tablet.get(PAGE).text
    page = mine.get(PAGE)
    assert [device.handle for device in page.context["devices"]] == [handle_of(mine)]
    assert handle_of(other) not in page.text and mine.session.session_key not in page.text


def test_an_ended_device_is_a_stranger_from_its_next_request_on(cast: Cast) -> None:
    lost, mine = cast.sign_in(cast.naima), cast.sign_in(cast.naima)
    assert lost.get(PAGE).status_code == 200
    mine.post(reverse("entry:device_ending", args=[handle_of(lost)]))
    assert lost.get(PAGE).status_code == 302
    assert mine.get(PAGE).status_code == 200


def test_nobody_ends_the_device_of_someone_else(cast: Cast) -> None:
    mine, other = cast.sign_in(cast.naima), cast.sign_in(cast.rachid)
    assert other.post(reverse("entry:device_ending", args=[handle_of(mine)])).status_code == 404
    assert mine.get(PAGE).status_code == 200


def test_all_others_end_at_once(cast: Cast) -> None:
    browsers = [cast.sign_in(cast.naima) for _ in range(3)]
    browsers[0].post(reverse("entry:other_devices_ending"))
    assert [browser.get(PAGE).status_code for browser in browsers] == [200, 302, 302]


def test_a_day_of_use_lengthens_the_session_and_the_third_offers_a_passkey(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    for day in range(3):
        with time_machine.travel(NOW + dt.timedelta(days=day), tick=False):
            browser.get(PAGE)
            assert browser.session.get("offer") == ("passkey" if day == 2 else None)
    assert Device.objects.get(person=cast.naima).last_used_on == cast.today + dt.timedelta(days=2)
    browser.post(reverse("entry:offer_passed"))
    assert "offer" not in browser.session


def test_devices_are_told_apart_by_family_only() -> None:
    assert kind_of(PHONE) == "android_phone"
    assert kind_of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)") == "iphone"
    assert kind_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64)") == "windows"
    assert kind_of("") == ""


def test_a_young_student_signs_in_with_her_card_for_one_hour(cast: Cast) -> None:
    (sheet,) = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)
    tablet = Client()
    looked = tablet.get(sheet.code.path)
    assert "Yusuf" not in looked.text and "_auth_user_id" not in tablet.session
    assert tablet.post(sheet.code.path).url == "/werk/"
    assert int(tablet.session["_auth_user_id"]) == cast.yusuf.pk and tablet.session["hat"] == "home"
    assert 3590 <= tablet.session.get_expiry_age() <= 3600


def test_a_new_card_ends_the_old_one_and_so_does_the_end_of_the_year(cast: Cast) -> None:
    old = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    new = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    assert Client().get(old.path).status_code == 404
    assert Client().get(new.path).status_code == 200
    StudentCard.objects.update(expires_on=cast.today - dt.timedelta(days=1))
    assert Client().get(new.path).status_code == 404


def test_the_card_of_a_child_who_left_opens_nothing(cast: Cast) -> None:
    code = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=cast.today - dt.timedelta(days=1))
    assert Client().post(code.path).status_code == 404


def test_a_teacher_prints_cards_for_her_own_group_only(cast: Cast) -> None:
    teacher = cast.sign_in(cast.anouk)
    page = teacher.post(
        reverse("entry:cards", args=[cast.groep_5.pk]), {"student": [cast.yusuf.pk, cast.lina.pk]}
    )
    assert [sheet.student for sheet in page.context["sheets"]] == [cast.yusuf]
    assert teacher.get(reverse("entry:cards", args=[cast.klas_1b.pk])).status_code == 404
    assert cast.sign_in(cast.naima).get(reverse("entry:cards", args=[cast.groep_5.pk])).status_code == 404


def test_nothing_is_ticked_because_a_new_card_ends_the_old_one(cast: Cast) -> None:
    old = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    browser, cards = cast.sign_in(cast.anouk), reverse("entry:cards", args=[cast.groep_5.pk])
    page = browser.get(cards).text
    assert " checked" not in page and "een nieuwe kaart maakt de oude kaart ongeldig" in page
    refused = browser.post(cards)
    assert refused.status_code == 422 and "Kies eerst voor wie." in refused.text
    assert Client().get(old.path).status_code == 200
    assert browser.post(cards, {"student": [cast.yusuf.pk]}).status_code == 200
    assert Client().get(old.path).status_code == 404


def test_all_children_get_a_card_with_one_tick(cast: Cast) -> None:
    browser, cards = cast.sign_in(cast.anouk), reverse("entry:cards", args=[cast.groep_5.pk])
    students = len(browser.get(cards).context["students"])
    assert len(browser.post(cards, {"everyone": "on"}).context["sheets"]) == students > 8
