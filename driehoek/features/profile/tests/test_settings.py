"""The page behind your own face."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE, LOOK = (reverse(f"profile:{name}") for name in ("settings", "look"))


def test_my_page_leads_to_everything_i_may_set(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(PAGE).text
    for name in ("profile:look", "choices:own", "entry:devices", "mfa_list_webauthn", "entry:signout"):
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


def test_a_parent_reads_of_her_face_and_finger_beside_the_word_passkey(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    for address in (PAGE, reverse("mfa_list_webauthn")):
        assert "Inloggen met gezicht of vinger" in browser.get(address).text
    assert "Inloggen met gezicht of vinger (passkey)" in Client().get(reverse("entry:signin")).text


def test_a_stranger_is_asked_to_sign_in(client: object, cast: Cast) -> None:
    for url in (PAGE, LOOK):
        assert client.get(url).url.startswith(reverse("entry:signin"))  # type: ignore[attr-defined]
