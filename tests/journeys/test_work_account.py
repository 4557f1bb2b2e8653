"""A colleague comes in with her work account and leaves again, by the real protocol."""

import pytest
from django.core.cache import cache
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from driehoek.surfaces.demo.identity import NAME, set_up_identity
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_in_with_the_work_account_takes_two_taps_of_ours_and_one_there(
    cast: Cast, visit: Visit, live_server: LiveServer, settings: Settings, javascript: bool
) -> None:
    settings.SITE_URL, settings.SIGN_ON_PLACES = live_server.url, [live_server.url]
    cache.clear()
    set_up_identity(cast.ingrid, NOW)
    anouk = visit(width=320, javascript=javascript).open("/inloggen/")
    anouk.tap("Ik werk op school")
    anouk.tap(f"Inloggen met {NAME}")
    anouk.page.wait_for_url("**/demo/werkaccount/**")
    anouk.tap(cast.anouk.full_name)
    assert anouk.taps == 3 and "Groep 5" in anouk.reads()
    anouk.open("/uitloggen/").tap("Log uit")
    assert f"Bij {NAME} ben je misschien nog ingelogd" in anouk.reads()
    anouk.tap("Weer inloggen")
    assert anouk.page.evaluate("document.documentElement.scrollWidth") <= 320
