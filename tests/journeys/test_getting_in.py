"""Passkeys, the second factor and leaving, in a real browser."""

import io

import pytest
import zxingcpp
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page

from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.tests.test_letters_and_welcome import letter_for
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit

PASSWORD = "vier rode fietsen buiten"


def with_fingerprint(page: Page) -> None:
    """A phone that has a fingerprint reader, and a finger on it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.django_db(transaction=True)
def test_from_a_letter_to_the_first_page_in_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    elif_ = visit(javascript=javascript).open(
        reverse("entry:welcome", args=[letter_for(cast, "elif_", "defne")])
    )
    assert elif_.page.locator("html").get_attribute("lang") == "tr"  # what the school wrote down
    elif_.tap("Nederlands")
    assert elif_.page.locator("html").get_attribute("lang") == "nl"
    elif_.tap("Verder")
    elif_.choose("Dag", "23").choose("Maand", "januari").tap("Verder")
    assert elif_.path == "/" and elif_.taps == 3
    assert elif_.sees("Fijn dat je er bent.")


@pytest.mark.django_db(transaction=True)
def test_a_guardian_makes_a_passkey_and_comes_back_with_it(cast: Cast, visit: Visit) -> None:
    naima = visit(cast.naima)
    page, url = naima.page, naima.home
    with_fingerprint(page)
    page.goto(url + reverse("mfa_add_webauthn"))
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url("**" + reverse("mfa_list_webauthn"))
    page.goto(url + reverse("entry:signout"))
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**" + reverse("entry:signin"))
    page.get_by_role("button", name="Met gezicht of vinger").click()
    page.wait_for_url(url + "/")
    page.goto(url + reverse("profile:settings"))
    assert cast.naima.full_name in page.content()


@pytest.mark.django_db(transaction=True)
def test_a_colleague_starts_with_a_link_without_scripts(cast: Cast, visit: Visit, javascript: bool) -> None:
    _invitation, code = invite_colleague(cast.anouk, school=cast.vlieger, by=None, now=NOW)
    anouk = visit(javascript=javascript)
    page = anouk.page
    page.goto(anouk.home + code.path)
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    page.get_by_label("Nog een keer").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("link", name="App met codes").click()
    secret = page.locator("code.secret").inner_text()
    (scanned,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.locator("img.qr-screen").screenshot())))
    assert f"secret={secret}" in scanned.text
    page.get_by_label("Code van 6 cijfers").fill(
        format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    )
    page.get_by_role("button", name="Zet aan").click()
    page.get_by_role("link", name="Klaar").wait_for()
    page.goto(anouk.home + reverse("entry:letters"))
    assert page.get_by_role("link", name="groep 5").count() == 1


@pytest.mark.django_db(transaction=True)
def test_after_leaving_the_back_button_shows_nothing(cast: Cast, visit: Visit) -> None:
    naima = visit(cast.naima)
    page = naima.page
    page.goto(naima.home + reverse("profile:settings"))
    assert cast.naima.full_name in page.content()
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**" + reverse("entry:signin"))
    page.go_back()
    page.wait_for_load_state()
    assert cast.naima.full_name not in page.content()
