"""What every page keeps: its frame, its caution, and kind words when something is wrong."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from pytest_django import Settings

from driehoek.base.shell import errors
from driehoek.base.shell.pages import PART, page
from tests.cast import Cast


def test_a_page_begins_with_a_way_to_the_content_and_has_one_title(client: Client) -> None:
    html = client.get("/hulp/").content.decode()
    body = html[html.index("<body") :]
    assert body.index('class="skip" href="#main"') < body.index("<header")
    assert html.count("<h1") == html.count('<main id="main"') == 1


def test_no_page_carries_a_style_or_a_script_inside(client: Client) -> None:
    for address in ("/hulp/", "/taal/", "/offline/", "/is-er-niet/"):
        html = client.get(address).content.decode()
        assert " style=" not in html and " onclick=" not in html
        assert all("src=" in script for script in html.split("<script")[1:])


def test_what_a_signed_in_person_sees_is_kept_nowhere(cast: Cast) -> None:
    assert cast.sign_in(cast.naima).get("/hulp/").headers["Cache-Control"] == "no-store, private"


def test_what_a_visitor_sees_may_be_kept(client: Client) -> None:
    assert "no-store" not in client.get("/hulp/").headers.get("Cache-Control", "")


def test_a_page_looks_as_this_person_chose(cast: Cast) -> None:
    cast.naima.look(theme="dark", text_size="largest", high_contrast=True)
    html = cast.sign_in(cast.naima).get("/hulp/").content.decode()
    assert 'data-theme="dark" data-text="largest" data-contrast="more"' in html


def test_who_chose_nothing_follows_the_device(cast: Cast) -> None:
    html = cast.sign_in(cast.naima).get("/hulp/").content.decode()
    assert '<html lang="nl" dir="ltr">' in html


def test_help_names_the_schools_of_this_person_and_no_other(cast: Cast) -> None:
    html = cast.sign_in(cast.naima).get("/hulp/").content.decode()
    assert "tel:" in html and cast.vlieger.name in html and cast.kompas.name in html
    assert cast.delta.name not in html


def test_a_visitor_is_told_where_to_find_a_number(client: Client) -> None:
    html = client.get("/hulp/").content.decode()
    assert "tel:" not in html and "brief van de school" in html


def test_help_offers_to_ask_school_about_the_children_of_this_guardian_and_no_other(cast: Cast) -> None:
    html = cast.sign_in(cast.naima).get("/hulp/").content.decode()
    assert f'href="/berichten/nieuw/?kind={cast.yusuf.pk}"' in html and "Over <bdi>Yusuf</bdi>" in html
    assert html.index("Vraag aan school") < html.index("Bel de school")
    assert cast.noor.given_name not in html


def test_help_offers_no_question_to_who_may_ask_none(cast: Cast) -> None:
    """At work, not signed in, or kept away from the child."""
    browsers = [cast.sign_in(cast.anouk), Client(), cast.sign_in(cast.jeroen), cast.sign_in(cast.dennis)]
    for browser in browsers:
        assert "/berichten/nieuw/" not in browser.get("/hulp/").content.decode()


def test_a_student_who_may_ask_finds_herself_without_her_name(cast: Cast) -> None:
    html = cast.sign_in(cast.adam).get("/hulp/").content.decode()
    assert f"/berichten/nieuw/?kind={cast.adam.pk}" in html and "Over <bdi>" not in html


def test_a_script_may_ask_for_a_part_of_a_page() -> None:
    whole = RequestFactory().get("/")
    part = RequestFactory().get("/", headers={PART: "1"})
    answers = [page(r, "shell/help.html", {"contacts": []}, part="shell/_brand.html") for r in (whole, part)]
    assert b"<html" in answers[0].content and b"<html" not in answers[1].content
    assert b'class="brand' in answers[1].content
    assert all(PART in answer.headers["Vary"] for answer in answers)


def test_a_page_that_is_gone_says_so_with_two_ways_on(client: Client) -> None:
    response = client.get("/is-er-niet/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Deze pagina is er niet (meer)." in html and 'href="/hulp/"' in html and 'href="/"' in html


def test_a_page_for_others_says_so() -> None:
    response = errors.forbidden(RequestFactory().get("/"), PermissionDenied())
    assert response.status_code == 403 and "Dit is niet voor jou." in response.content.decode()


def test_an_error_of_ours_is_called_ours_and_asks_no_database() -> None:
    response = errors.broken(RequestFactory().get("/"))  # this test may not touch the database
    assert response.status_code == 500 and "Dat ligt aan ons." in response.content.decode()


def test_a_form_that_stood_open_too_long_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/taal/", {"language": "en"})
    assert response.status_code == 403 and "Er is niets verstuurd." in response.content.decode()


def test_an_error_page_shows_nothing_of_what_was_asked() -> None:
    response = errors.not_found(RequestFactory().get("/<b>zoek</b>/"), Http404("Post 7 of Yusuf"))
    assert "Yusuf" not in response.content.decode() and "zoek" not in response.content.decode()


@pytest.mark.parametrize("debug", [True, False])
def test_the_living_page_is_for_development_only(client: Client, settings: Settings, debug: bool) -> None:
    settings.DEBUG = debug
    assert client.get("/shell/").status_code == (200 if debug else 404)


def test_a_form_of_somebody_else_puts_no_words_on_our_pages(cast: Cast) -> None:
    """An address that does not exist is answered before the check against such forms."""
    said = {"text": "Bel dit nummer"}
    assert "Bel dit nummer" not in cast.sign_in(cast.naima).post("/is-er-niet/", said).content.decode()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.sign_in(cast.naima).cookies
    answer = strict.post("/berichten/999/zinnen/", said)
    assert answer.status_code == 403 and "Bel dit nummer" not in answer.content.decode()


def test_who_was_put_out_while_she_wrote_gets_her_words_back(cast: Cast) -> None:
    said, path = {"text": "Yusuf slaapt slecht."}, "/berichten/999/zinnen/"
    answer = Client().post(path, said)
    assert answer.status_code == 403 and "Yusuf slaapt slecht." in answer.text
    assert "Je bent niet meer ingelogd." in answer.text and "Het is niet verstuurd." in answer.text
    assert answer["Cache-Control"] == "no-store, private"  # nor does whoever uses this browser next
    assert "<script>" not in Client().post(path, {"text": "</textarea><script>alert(1)</script>"}).text
    assert Client().post(path, {"text": " "}).status_code == 302
    strict = Client(enforce_csrf_checks=True).post(path, said)
    assert strict.status_code == 403 and "slaapt slecht" not in strict.text


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/bericht/7/reacties/", "/bericht/7/"),
        ("/berichten/zinnen/7/ongedaan/", "/berichten/"),
    ],
)
def test_an_address_that_only_takes_forms_leads_to_the_page_above_it(
    cast: Cast, path: str, page: str
) -> None:
    """A form that came back stood there, and every way back from it ended on an empty page."""
    browser = cast.sign_in(cast.naima)
    answer = browser.get(path, headers={"Accept": "text/html,*/*"})
    assert answer.status_code == 302 and answer["Location"] == page
    assert browser.get(path).status_code == 405  # to a machine
