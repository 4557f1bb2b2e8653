"""Finding something back: a word, one tap, and what it stands in."""

import pytest

from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mother_finds_a_post_back_in_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Zoeken").fill("Wat zoek je?", "brug")
    naima.tap(naima.page.get_by_role("button", name="Zoek"))
    assert "brug" not in naima.page.url
    naima.tap("Wij bouwden bruggen")
    assert naima.path == post.get_absolute_url()
    naima.page.go_back()
    assert naima.sees("Wij bouwden bruggen")
    assert naima.taps == 3
