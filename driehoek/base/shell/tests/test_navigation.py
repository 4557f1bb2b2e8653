"""The menu: at most five places, each with an icon and a word, and it shows where you are."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch

from driehoek.base.shell.navigation import Place
from driehoek.config.navigation import NAVIGATION
from tests.cast import Cast

HELP = Place("shell:help", "question", "Hulp")
LANGUAGE = Place("shell:language", "globe", "Taal", under=("shell:help",))


@pytest.fixture
def at_home(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Naima, in a portal with two places."""
    monkeypatch.setitem(NAVIGATION, "guardian", [HELP, LANGUAGE])
    return cast.sign_in(cast.naima)


def test_no_menu_has_more_than_five_places() -> None:
    assert all(len(places) <= 5 for places in NAVIGATION.values())


def test_the_place_where_you_are_is_filled_and_said(at_home: Client) -> None:
    html = at_home.get("/taal/").content.decode()
    assert html.count('aria-current="page"') == 1 and "#globe-fill" in html
    assert "#question-bold" in html and "#question-fill" not in html


def test_a_page_under_a_place_lights_it_too(at_home: Client) -> None:
    assert 'aria-current="true"' in at_home.get("/hulp/").content.decode()


def test_a_visitor_has_no_menu(at_home: Client) -> None:
    assert "<nav" not in Client().get("/hulp/").content.decode()
    assert "<nav" in at_home.get("/hulp/").content.decode()


def test_the_hats_have_menus_of_their_own(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAVIGATION, "teacher", [HELP])
    monkeypatch.setitem(NAVIGATION, "guardian", [])
    assert "<nav" in cast.sign_in(cast.anouk).get("/hulp/").content.decode()
    assert "<nav" not in cast.sign_in(cast.anouk, hat="home").get("/hulp/").content.decode()


def test_a_place_without_a_page_is_an_error_and_not_a_gap(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAVIGATION, "guardian", [Place("shell:nowhere", "x", "Weg")])
    with pytest.raises(NoReverseMatch):
        cast.sign_in(cast.naima).get("/hulp/")
