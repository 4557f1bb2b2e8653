"""The search page: from a word to what was found, without the word ending in an address."""

from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast


def test_one_finds_a_post_by_a_word_of_it(cast: Cast) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.naima)
    answer = browser.post("/zoeken/", {"sought": "brug"})
    assert answer.status_code == 302 and answer["Location"] == "/zoeken/"
    page = browser.get("/zoeken/").content.decode()
    assert "<mark>bruggen</mark>" in page and post.get_absolute_url() in page


def test_one_who_may_not_see_it_reads_only_her_own_word_back(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.stefan)
    page = browser.post("/zoeken/", {"sought": "brug"}, follow=True).content.decode()
    assert "Niets gevonden" in page and "bruggen" not in page


def test_too_short_a_word_says_so_and_stays_in_the_field(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).post("/zoeken/", {"sought": "ik"})
    assert answer.status_code == 422
    assert "Typ een woord van drie letters of meer." in answer.content.decode()


def test_nonsense_about_the_page_gives_the_first_page(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.naima)
    browser.post("/zoeken/", {"sought": "brug"})
    outside = "0001-01-01T00:00+23:59~1"
    for voor in ("gisteren", "2026-13-40T00:00~1", "2026-11-01~1", "2026-11-01T00:00Z~x", "~", outside):
        assert "<mark>bruggen</mark>" in browser.get("/zoeken/", {"voor": voor}).content.decode()


def test_what_one_looks_for_is_text_whatever_it_is(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).post("/zoeken/", {"sought": "<script>brug"}, follow=True)
    assert "<script>brug" not in page.content.decode()


def test_a_visitor_is_sent_to_sign_in(cast: Cast, client: object) -> None:
    assert client.get("/zoeken/").status_code == 302  # type: ignore[attr-defined]
