"""A teacher says who is on a photo, by keyboard and without scripts; a mother finds it, also in Arabic."""

import pytest

from driehoek.backbone.media.models import PhotoTag
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press, walk_to
from tests.oracle.life import Life

pytestmark = pytest.mark.django_db(transaction=True)


def test_names_are_chosen_with_a_keyboard_and_found_at_home(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    life = Life(cast)
    PhotoTag.objects.all().delete()
    post, photo = life.posts["news"], life.photos["clear"]
    anouk = visit(cast.anouk, "school", javascript=javascript, width=320).open(post.get_absolute_url())
    press(anouk, anouk.page.locator(f'a[href$="/fotos/{photo.pk}/namen/"]').first)
    walk_to(anouk, anouk.page.locator(f'input[value="{cast.yusuf.pk}"]'))
    anouk.page.keyboard.press("Space")
    press(anouk, anouk.page.locator("main form button.btn-wide").last)
    anouk.page.locator(".album .tag-child").first.wait_for()
    assert PhotoTag.objects.get().student == cast.yusuf
    cast.naima.language = "ar"
    cast.naima.save(update_fields=["language"])
    naima = visit(cast.naima, javascript=javascript, width=320).open(f"/kind/{cast.yusuf.pk}/")
    press(naima, naima.page.locator(f'a[href="/kind/{cast.yusuf.pk}/op-de-foto/"]'))
    naima.page.locator(f'main img[src*="{photo.token}"]').first.wait_for()
    assert naima.page.locator("html").get_attribute("dir") == "rtl"
    assert naima.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
