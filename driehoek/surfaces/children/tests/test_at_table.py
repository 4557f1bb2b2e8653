"""Three questions a week for a whole family, also over the pages of all its children."""

import pytest
from django.test import Client

from driehoek.backbone.access.models import Role
from driehoek.surfaces.home.tests.test_today import shared
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def questions_on(browser: Client, address: str) -> int:
    return browser.get(address).text.count('class="q"')


def test_the_pages_of_all_her_children_hold_the_three_of_the_week(cast: Cast) -> None:
    for number in range(3):
        post = shared(cast.anouk, cast.groep_5, title=f"Brug {number}", ask=f"Hoe sterk is brug {number}?")
        post.audience.lines.create(role=Role.STUDENT, group=cast.groep_5)
    naima, family = cast.sign_in(cast.naima), (cast.lina, cast.yusuf, cast.adam)
    assert [questions_on(naima, f"/kind/{child.pk}/") for child in family] == [1, 1, 1]
    assert questions_on(naima, "/keukentafel/") == 3
    assert "Vraag eens aan Yusuf: <bdi" in naima.get(f"/kind/{cast.yusuf.pk}/").text
    assert questions_on(cast.sign_in(cast.yusuf), f"/kind/{cast.yusuf.pk}/") == 3  # a table of her own
