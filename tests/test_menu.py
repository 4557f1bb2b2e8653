"""What the menu and the first pages offer to someone opens when she taps on it."""

import re

import pytest
from django.test import Client

from driehoek.backbone.access.viewer import Hat
from tests.cast import Cast

READERS: list[tuple[str, Hat]] = [
    ("naima", "home"), ("adam", "home"), ("anouk", "school"), ("anouk", "home"), ("marja", "school"),
    ("joris", "school"), ("ingrid", "school"),
]  # fmt: skip
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')


def offered(browser: Client, path: str) -> set[str]:
    return set(LINK.findall(browser.get(path, follow=True).content.decode()))


@pytest.mark.parametrize(("key", "hat"), READERS, ids=lambda part: str(part))
def test_whatever_the_first_pages_offer_opens(cast: Cast, key: str, hat: Hat) -> None:
    browser = cast.sign_in(getattr(cast, key), hat)
    for path in offered(browser, "/") | offered(browser, "/ik/"):
        assert browser.get(path, follow=True).status_code == 200, path


def test_a_teacher_is_offered_nothing_of_the_office_and_gets_nothing_when_she_asks(cast: Cast) -> None:
    browser = cast.sign_in(cast.anouk, "school")
    assert "/gezag/" not in offered(browser, "/") | offered(browser, "/ik/")
    assert browser.get("/gezag/").status_code == 403
