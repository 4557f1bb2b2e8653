"""The measurements themselves see what they should: a bad page is found out, a sound one is not."""

import pytest
from playwright.sync_api import Browser

from tests.journeys import looks

SOUND = """<!doctype html><html lang="nl"><head><title>Dag</title>
<meta name="viewport" content="width=device-width">
<style>a {{ display: block; padding: 14px }}</style></head>
<body><main><h1>Dag</h1><a href="/">Vandaag</a>{}</main></body></html>"""
BAD = {
    "axe": '<img src="data:," width="50" height="50">',
    "reflow": '<p style="width: 900px">Te breed</p>',
    "small_targets": '<button style="width: 20px; height: 20px; padding: 0">X</button>',
    "structure": "<h1>Nog een</h1>",
}


def found(browser: Browser, extra: str, check: str) -> list[str]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(SOUND.format(extra))
    try:
        return list(getattr(looks, check)(page))
    finally:
        page.close()


@pytest.mark.parametrize("check", BAD)
def test_a_fault_is_found_and_a_sound_page_is_left_alone(browser: Browser, check: str) -> None:
    assert found(browser, BAD[check], check)
    assert found(browser, "", check) == []


def test_two_primary_buttons_are_one_too_many(browser: Browser) -> None:
    assert found(browser, "<button class='btn-l'>Ja</button><button class='btn-l'>Nee</button>", "structure")
