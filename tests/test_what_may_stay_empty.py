"""Beside a field stands that it may stay empty; where that depends on something else, when it may not."""

import re

import pytest
from django.urls import reverse

from tests.cast import Cast

pytestmark = pytest.mark.django_db
OF_CHILD = {"talks:new", "corrections:near", "conversations:write"}


@pytest.mark.parametrize(
    ("who", "page", "label", "when"),
    [
        ("naima", "stories:begin", "Wat wil je vertellen?", "of spreek iets in, of kies een foto"),
        ("naima", "questions:ask", "Wat wil je vragen?", "of spreek iets in"),
        ("naima", "corrections:near", "Telefoon", "nodig om te bellen"),
        ("yusuf", "portfolio:new", "Wie van thuis?", "nodig als je zelf kiest wie"),
        ("anouk", "talks:new", "Waarom zonder de leerling?", "nodig zonder de leerling"),
        ("anouk", "talks:new", "Waarom niet iedereen van thuis?", "nodig als je iemand overslaat"),
        ("anouk", "conversations:write", "Waarom niet aan allebei?", "nodig als je iemand overslaat"),
    ],
)
def test_a_field_that_may_not_always_stay_empty_says_when(
    cast: Cast, who: str, page: str, label: str, when: str
) -> None:
    where = reverse(page, args=[cast.yusuf.pk] if page in OF_CHILD else [])
    shown = cast.sign_in(getattr(cast, who)).get(where).text
    beside = re.search(rf"{re.escape(label)} <span class=\"meta\">\(([^)]*)\)", shown)
    assert beside and beside[1] == when
