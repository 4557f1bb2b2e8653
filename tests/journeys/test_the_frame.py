"""What is around every page: readable and reachable for everybody in every mode, and there when offline."""

import pytest
from playwright.sync_api import Browser
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from driehoek.base.shell.navigation import Place
from driehoek.config.navigation import NAVIGATION
from tests.cast import Cast
from tests.journeys import looks
from tests.journeys.conftest import Visit

ADDRESSES = ["/hulp/", "/taal/", "/offline/", "/shell/"]
MODES = {
    "phone": (390, {}),
    "small phone": (320, {}),
    "desktop": (1280, {}),
    "dark": (390, {"color_scheme": "dark"}),
    "contrast": (390, {"contrast": "more"}),
    "forced": (390, {"forced_colors": "active"}),
    "dark desktop": (1280, {"color_scheme": "dark"}),
}


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [Place("shell:help", "house", "Vandaag"), Place("shell:language", "smiley", "Kinderen")]
    monkeypatch.setitem(NAVIGATION, "guardian", [*places, Place("shell:parts", "fork-knife", "Keukentafel")])


@pytest.mark.parametrize("mode", MODES)
def test_no_page_of_the_frame_has_a_fault_in_any_mode(
    visit: Visit, cast: Cast, menu: None, settings: Settings, mode: str
) -> None:
    settings.DEBUG = True  # the living page
    width, look = MODES[mode]
    naima = visit(cast.naima, width=width, **look)
    addresses = ADDRESSES[:-1] if mode == "forced" else ADDRESSES  # half of the living page is always dark
    assert {path: faults for path in addresses if (faults := looks.faults(naima.open(path).page))} == {}


@pytest.mark.parametrize("size", ["large", "largest"])
def test_letters_of_twice_the_size_stay_on_the_screen(
    visit: Visit, cast: Cast, menu: None, settings: Settings, size: str
) -> None:
    settings.DEBUG = True
    cast.naima.look(theme="auto", text_size=size, high_contrast=True)
    naima = visit(cast.naima)
    assert {path: faults for path in ADDRESSES if (faults := looks.faults(naima.open(path).page))} == {}


def test_a_page_read_from_right_to_left_is_mirrored_and_sound(visit: Visit, cast: Cast, menu: None) -> None:
    cast.naima.speak("ar")
    naima = visit(cast.naima, width=1280).open("/hulp/")
    assert looks.faults(naima.page) == []
    rail = naima.page.locator(".nav").bounding_box()
    assert rail is not None and rail["x"] + rail["width"] == 1280


def test_choosing_a_language_takes_two_taps_and_leads_back(visit: Visit, javascript: bool) -> None:
    visitor = visit(javascript=javascript).open("/offline/")
    visitor.tap("kies een andere taal").tap("English")
    assert (visitor.taps, visitor.path) == (2, "/offline/")
    assert visitor.page.locator("html").get_attribute("lang") == "en"


def test_a_second_tap_sends_nothing_and_the_button_says_it_is_busy(visit: Visit) -> None:
    visitor = visit().open("/taal/")
    sent: list[str] = []
    visitor.page.on("request", lambda request: sent.append(request.method))
    button = visitor.page.locator("button[value=en]")
    said = button.evaluate("e => { e.click(); e.click(); return [e.textContent, e.ariaBusy]; }")
    visitor.page.wait_for_load_state("networkidle")
    assert said == ["Bezig...", "true"]
    assert sent.count("POST") == 1


def test_without_a_network_a_page_of_ours_says_so(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/hulp/")
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    context.set_offline(True)
    page.goto(f"{live_server.url}/hulp/")
    assert page.get_by_role("heading", name="Je bent offline.").is_visible()
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily").startswith('"Driehoek Kop"')
    context.close()
