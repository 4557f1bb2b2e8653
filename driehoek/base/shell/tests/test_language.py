"""Everyone reads in a language of her own."""

import pytest
from django.test import Client

from driehoek.base.shell.language import known
from tests.cast import Cast


def test_a_visitor_is_spoken_to_in_the_language_of_the_browser(client: Client) -> None:
    response = client.get("/taal/", headers={"accept-language": "ar-MA,ar;q=0.9,en;q=0.5"})
    assert '<html lang="ar" dir="rtl"' in response.content.decode()
    assert response.headers["Content-Language"] == "ar"
    assert "Accept-Language" in response.headers["Vary"] and "Cookie" in response.headers["Vary"]


def test_a_browser_with_a_language_we_do_not_have_gets_dutch(client: Client) -> None:
    response = client.get("/taal/", headers={"accept-language": "fi,sv;q=0.5"})
    assert '<html lang="nl" dir="ltr"' in response.content.decode()


def test_every_language_stands_there_in_its_own_script_and_direction(client: Client) -> None:
    html = client.get("/taal/").content.decode()
    assert 'value="ar" lang="ar" dir="rtl"' in html and "العربية" in html
    assert 'value="tr" lang="tr" dir="ltr"' in html and "Türkçe" in html
    assert html.count('aria-pressed="true"') == 1


def test_the_choice_stays_on_the_device_and_beats_the_browser(client: Client) -> None:
    answer = client.post("/taal/", {"language": "pl", "next": "/hulp/"})
    assert answer.url == "/hulp/" and answer.cookies["lang"]["samesite"] == "Lax"
    assert '<html lang="pl"' in client.get("/hulp/", headers={"accept-language": "en"}).content.decode()


def test_the_choice_of_someone_signed_in_goes_with_her_to_every_device(cast: Cast) -> None:
    cast.sign_in(cast.naima).post("/taal/", {"language": "tr"})
    cast.naima.refresh_from_db()
    assert cast.naima.language == "tr"
    assert '<html lang="tr"' in cast.sign_in(cast.naima).get("/hulp/").content.decode()


def test_a_language_we_do_not_have_is_refused_and_changes_nothing(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert naima.post("/taal/", {"language": "xx"}).status_code == 400
    cast.naima.refresh_from_db()
    assert cast.naima.language == "nl"


@pytest.mark.parametrize(
    "elsewhere", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)", ""]
)
def test_the_way_back_is_never_another_site(client: Client, elsewhere: str) -> None:
    assert client.post("/taal/", {"language": "en", "next": elsewhere}).url == "/"


def test_the_way_back_is_the_page_one_came_from_without_repeating_its_address(client: Client) -> None:
    html = client.get("/hulp/").content.decode()
    assert "next=" not in html
    chosen = client.get("/taal/", headers={"referer": "http://testserver/hulp/?a=1"}).content.decode()
    assert '<input type="hidden" name="next" value="/hulp/?a=1">' in chosen
    from_elsewhere = client.get("/taal/", headers={"referer": "https://kwaad.example/hulp/"}).content.decode()
    assert '<input type="hidden" name="next" value="/">' in from_elsewhere


def test_the_choice_needs_a_token_of_our_own_page() -> None:
    assert Client(enforce_csrf_checks=True).post("/taal/", {"language": "en"}).status_code == 403


@pytest.mark.parametrize(
    ("wish", "language"), [("nl-BE", "nl"), ("EN", "en"), ("", ""), ("nl\x00", ""), ("x" * 999, "")]
)
def test_a_wish_becomes_a_language_we_have_or_none(wish: str, language: str) -> None:
    assert known(wish) == language
