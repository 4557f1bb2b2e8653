"""What people type is shown as they meant it, and never as something else."""

import pytest
from django.utils import translation

from driehoek.base.core.text import ended, excerpt, listed, plain_text, safe_html


def test_paragraphs_bold_lists_and_links_are_kept() -> None:
    html = safe_html("Hoi **allemaal**\n\n- brood\n- *drinken*\n\n[de route](https://school.example/route)")
    assert "<p>Hoi <strong>allemaal</strong></p>" in html
    assert "<li>brood</li>" in html and "<em>drinken</em>" in html
    assert '<a href="https://school.example/route" rel="noopener noreferrer nofollow">de route</a>' in html


def test_a_new_line_stays_a_new_line() -> None:
    assert safe_html("Groet,\nAnouk") == "<p>Groet,<br>\nAnouk</p>\n"


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "![beeld](https://kwaad.example/pixel.png)",
        "<svg/onload=alert(1)>",
        "# kop <iframe src=//kwaad.example>",
        '[x](https://a.example "" onmouseover=alert(1) x="")',
        '<a href="https://a.example" style="position:fixed">x</a>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_nothing_that_acts_comes_through(evil: str) -> None:
    html = safe_html(evil)
    for tag in ("<script", "<img", "<svg", "<iframe", "<h1", "<style"):
        assert tag not in html.lower()
    for opened in html.split("<")[1:]:
        inside = opened.partition(">")[0].lower()
        assert "on" not in inside.partition("=")[0].split(" ")[-1] or "href" in inside
        assert "javascript:" not in inside and "data:" not in inside and "style" not in inside


def test_less_than_and_and_stay_readable() -> None:
    assert safe_html("5 < 7 & 8 > 3") == "<p>5 &lt; 7 &amp; 8 &gt; 3</p>\n"
    assert plain_text("5 < 7 & 8 > 3") == "5 < 7 & 8 > 3"


def test_plain_text_has_the_words_and_no_signs() -> None:
    assert (
        plain_text("Hoi **allemaal**\n\n- brood\n- [route](https://a.example)") == "Hoi allemaal brood route"
    )


def test_an_excerpt_ends_between_words() -> None:
    assert excerpt("Wij bouwden bruggen van papier", limit=20) == "Wij bouwden bruggen…"
    assert excerpt("Kort", limit=20) == "Kort"
    assert len(excerpt("lang " * 100)) <= 140


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Sara, Adam en Noor"),
        ("en", "Sara, Adam and Noor"),
        ("ar", "\u2068Sara\u2069، \u2068Adam\u2069 و\u2068Noor\u2069"),
    ],
)
def test_names_are_listed_as_the_language_of_the_page_does(language: str, words: str) -> None:
    with translation.override(language):
        assert listed(["Sara", "Adam", "Noor"]) == words
        assert (listed(["Sara"]), listed([])) == (words.split(",")[0].split("،")[0], "")


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("nl", ["Anouk", "مريم"], "Anouk en \u2068مريم\u2069"),
        ("ar", ["مريم", "علي"], "مريم وعلي"),
        ("ar", ["Juf Anouk", "مريم"], "\u2068Juf Anouk\u2069 ومريم"),
        ("ar", ["أصدقاء groep 5"], "\u2068أصدقاء groep 5\u2069"),
        ("ar", ["5"], "5"),
    ],
)
def test_only_what_runs_against_the_page_keeps_to_itself(language: str, names: list[str], said: str) -> None:
    with translation.override(language):
        assert listed(names) == said


@pytest.mark.parametrize("said", ["Waar gaan wij heen?", "Hoera!", "Klaar.", "كيف الحال؟"])
def test_a_voice_stops_where_a_sentence_stops_and_a_heading_gets_its_stop(said: str) -> None:
    assert ended(said) == said
    assert ended("De toren") == "De toren."
