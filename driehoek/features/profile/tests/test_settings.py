"""The page behind your own face."""

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.models import Preference
from driehoek.facts.people.models import Person, Restriction
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db
PAGE, LOOK, CHANNELS = (reverse(f"profile:{name}") for name in ("settings", "look", "channels"))


def test_my_page_leads_to_everything_i_may_set(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(PAGE).text
    for name in ("profile:look", "profile:channels", "entry:devices", "mfa_list_webauthn", "entry:signout"):
        assert reverse(name) in page
    assert "Je bent nu" not in page  # she wears one hat only


def test_who_is_parent_and_teacher_chooses_by_hand(cast: Cast) -> None:
    page = cast.sign_in(cast.anouk, "home").get(PAGE).text
    assert "Je bent nu: ouder van Tess." in page and "Word: Juf Anouk" in page


def test_pages_look_as_the_person_chose(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    look = {"text_size": "large", "theme": "dark", "high_contrast": "yes"}
    assert browser.post(LOOK, look).url == PAGE
    page = browser.get(PAGE).text
    assert 'data-text="large"' in page and 'data-theme="dark"' in page and 'data-contrast="more"' in page
    browser.post(LOOK, {"text_size": "normal", "theme": "auto", "high_contrast": "no"})
    assert "data-theme" not in browser.get(PAGE).text
    assert browser.post(LOOK, {"text_size": "huge", "theme": "auto"}).status_code == 422


def test_mail_can_be_switched_off_for_each_kind_and_on_again(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    browser.post(CHANNELS, {"news": "off", "replies": "now", "tasks": "now", "informal": "off"})
    assert list(Preference.objects.filter(person=cast.naima).values_list("category", "rhythm")) == [
        ("news", "off")
    ]
    assert browser.get(CHANNELS).context["form"]["news"].initial == "off"
    browser.post(CHANNELS, {"news": "now", "replies": "now", "tasks": "now", "informal": "off"})
    assert not Preference.objects.filter(person=cast.naima).exists()


def test_who_has_no_address_is_told_so(cast: Cast) -> None:
    cast.naima.email = ""
    cast.naima.save()
    assert "kent je e-mailadres niet" in cast.sign_in(cast.naima).get(CHANNELS).text


def test_she_reads_where_her_mail_comes(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(CHANNELS).text
    assert cast.naima.email in page and "Klopt dit adres niet? Vraag het de school." in page
    assert cast.naima.email not in cast.sign_in(cast.naima).get(LOOK).text


def test_an_address_that_gets_no_mail_is_not_promised(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="Vonnis",
        entered_by=cast.marja,
    )  # fmt: skip
    page = cast.sign_in(cast.naima).get(CHANNELS).text
    assert cast.naima.email not in page and "kent je e-mailadres niet" not in page


def test_a_parent_reads_of_her_face_and_finger_beside_the_word_passkey(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    for address in (PAGE, reverse("mfa_list_webauthn")):
        assert "Inloggen met gezicht of vinger" in browser.get(address).text
    assert "Inloggen met gezicht of vinger (passkey)" in Client().get(reverse("entry:signin")).text


def test_a_stranger_is_asked_to_sign_in(client: object, cast: Cast) -> None:
    for url in (PAGE, LOOK, CHANNELS):
        assert client.get(url).url.startswith(reverse("entry:signin"))  # type: ignore[attr-defined]
