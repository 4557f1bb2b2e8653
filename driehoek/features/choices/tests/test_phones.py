"""Switching notices on a telephone on and off."""

import pytest
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import PushSubscription
from tests.cast import Cast

pytestmark = pytest.mark.django_db
OURS = public_key()
OWN, PHONE = reverse("choices:own"), reverse("choices:phone")
POINT = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
KEYS = {"endpoint": "https://fcm.googleapis.com/fcm/send/abc:d-E", "p256dh": POINT, "auth": "A" * 22}
KEYS["key"] = OURS


def test_a_telephone_is_switched_on_chosen_for_and_off(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert "Melding op je telefoon" in browser.get(OWN).text
    assert 'name="push"' not in browser.get(OWN).text
    for _twice in range(2):
        assert browser.post(PHONE, KEYS).url == OWN
    phone = PushSubscription.objects.get()
    assert phone.person == cast.naima and 'name="push"' in browser.get(OWN).text
    assert cast.sign_in(cast.rachid).post(reverse("choices:phone_ending", args=[phone.pk])).status_code == 404
    browser.post(reverse("choices:phone_ending", args=[phone.pk]))
    assert not PushSubscription.objects.ringing().exists() and 'name="push"' not in browser.get(OWN).text


def test_what_was_switched_off_elsewhere_stays_off_until_she_says_so_here(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert browser.post(PHONE, KEYS | {"again": "1"}).status_code == 204
    browser.post(reverse("choices:phone_ending", args=[PushSubscription.objects.get().pk]))
    assert browser.post(PHONE, KEYS | {"again": "1"}).status_code == 410
    assert not PushSubscription.objects.ringing().exists()
    browser.post(PHONE, KEYS)
    assert PushSubscription.objects.ringing().get().person == cast.naima
    told = Entry.objects.filter(verb__startswith="notifications.subscription").values_list("verb", flat=True)
    assert [verb.rpartition(".")[2] for verb in told.order_by("pk")] == ["begun", "ended", "begun"]


def test_a_browser_that_listens_to_the_key_of_before_is_given_the_one_of_now(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).post(PHONE, KEYS | {"again": "1", "key": "B" * 87})
    assert (answer.status_code, answer.text) == (409, OURS)
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://intranet.school.example/"},
        {"endpoint": "https://fcm.googleapis.com.evil.example/"},
        {"endpoint": "http://fcm.googleapis.com/fcm/send/abc"},
        {"endpoint": "https://fcm.googleapis.com:22/fcm/send/abc"},
        {"endpoint": "https://fcm.googleapis.com"},
        {"endpoint": "https://me:secret@fcm.googleapis.com/x"},
        {"endpoint": "https://evil.example\\@fcm.googleapis.com/x"},
        {"endpoint": "https://evil.example#@web.push.apple.com/x"},
        {"endpoint": "https://push.apple.com.evil.example/x"},
        {"endpoint": "https://fcm.googleapis.com/x\nHost: evil.example"},
        {"endpoint": ""},
        {"p256dh": "short"},
        {"p256dh": "B" * 87},
        {"auth": ""},
        {"key": "B" * 87},
    ],
)
def test_only_a_known_push_service_and_whole_keys_are_taken(cast: Cast, wrong: dict[str, str]) -> None:
    assert cast.sign_in(cast.naima).post(PHONE, KEYS | wrong).status_code == 422
    assert not PushSubscription.objects.exists()
