"""Whoever pastes more than fits gets all of it back, and a sentence: a page that cuts off says nothing."""

import re

import pytest

from driehoek.features.feed.tests.posts import shared
from driehoek.features.questions.tests.asked import asked
from tests.cast import Cast

LONG = "Wij gingen naar zee. " * 600 + "En toen naar huis."
SENTENCE = "Dit is te lang voor één bericht. Maak er twee van."
CUT = re.compile(r"<textarea[^>]*name=\"text\"[^>]*maxlength")


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
