"""Whoever pastes more than fits gets all of it back, and a sentence: a page that cuts off says nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.urls import get_resolver

from driehoek.features.feed.models import Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.questions.tests.asked import asked
from tests.cast import Cast

LONG = "Wij gingen naar zee. " * 600 + "En toen naar huis."
SENTENCE = "Dit is te lang voor één bericht. Maak er twee van."
CUT = re.compile(r"<textarea[^>]*maxlength")
PAGES = Path(__file__).parents[1] / "driehoek"


@pytest.mark.parametrize("page", ["post", "story", "question", "answer"])
def test_what_is_too_long_comes_back_whole(cast: Cast, page: str) -> None:
    where = {
        "post": lambda: (shared(cast).get_absolute_url(), "reacties/"),
        "story": lambda: ("/van-thuis/nieuw/", ""),
        "question": lambda: ("/vragen/nieuw/", ""),
        "answer": lambda: (f"/vragen/{asked(cast).pk}/", "antwoorden/"),
    }
    address, below = where[page]()
    esther = cast.sign_in(cast.esther)
    begun = esther.get(address).content.decode()
    assert 'name="text"' in begun and not CUT.search(begun)
    answer = esther.post(address + below, {"text": LONG})
    back = answer.content.decode()
    assert answer.status_code == 422 and SENTENCE in back and "En toen naar huis." in back
    assert not CUT.search(back)


def test_a_page_that_would_cut_off_would_be_seen() -> None:
    assert CUT.search('<textarea class="field" name="text" rows="1" maxlength="9">')


def every(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for form in kind.__subclasses__():
        yield form
        yield from every(form)


def cuts_off(field: forms.Field) -> bool:
    is_large = isinstance(field.widget, forms.Textarea)
    return is_large and "maxlength" in field.widget.attrs | field.widget_attrs(field.widget)


def test_no_page_of_ours_has_a_box_for_words_that_cuts_off() -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in PAGES.rglob("*.html")}
    assert len(pages) > 300 and [name for name, html in pages.items() if CUT.search(html)] == []


def test_no_form_of_ours_makes_one() -> None:
    assert get_resolver().url_patterns  # every view and its forms are there
    ours = [form for form in every(forms.BaseForm) if form.__module__.startswith("driehoek.")]
    fields = [(form.__name__, name, field) for form in ours for name, field in form.base_fields.items()]
    assert len(fields) > 100 and [(form, name) for form, name, field in fields if cuts_off(field)] == []
    assert cuts_off(forms.CharField(max_length=9, widget=forms.Textarea()))


def test_what_she_does_not_get_comes_back_whole_too(cast: Cast) -> None:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(kind="lesson", practice="Tel de treden.")
    answer = cast.sign_in(cast.naima).post(f"{post.get_absolute_url()}uitleg/", {"text": LONG})
    back = answer.content.decode()
    assert answer.status_code == 422 and "Dit is te lang. Maak het korter." in back
    assert "En toen naar huis." in back
