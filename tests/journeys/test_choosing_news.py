"""A parent chooses how she hears of school, and a telephone really rings."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import Delivery, Preference, PushSubscription
from driehoek.backbone.notifications.telling import tell_due
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast
from tests.journeys import looks
from tests.journeys.conftest import Visit
from tests.oracle.phones import POINT

pytestmark = pytest.mark.django_db(transaction=True)
OWN = reverse("choices:own")
LISTEN = "navigator.serviceWorker.ready.then(() => true)"
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  for (let waited = 0; waited < 10000; waited += 50) {
    const [first] = await worker.getNotifications();
    if (first) return { body: first.body, lang: first.lang, data: first.data };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""


def told() -> None:
    while tell_due(NOW):
        pass


def test_mail_ends_in_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    naima = visit(cast.naima, javascript=javascript).open(reverse("profile:settings"))
    naima.tap("Hoe hoor ik van school?")
    naima.tap(naima.page.locator("label", has=naima.page.locator("[name=email][value=off]")))
    naima.tap("Bewaar")
    assert naima.sees("Bewaard.") and naima.taps == 3
    assert set(Preference.objects.values_list("rhythm", flat=True)) == {"off"}


def test_it_is_chosen_with_the_keyboard_alone(cast: Cast, visit: Visit) -> None:
    naima = visit(cast.naima).open(OWN)
    naima.page.locator("[name=email][value=now]").focus()
    naima.page.keyboard.press("ArrowDown")
    naima.page.locator("button", has_text="Bewaar").focus()
    naima.tap_key("Enter")
    naima.page.get_by_text("Bewaard.").first.wait_for()
    assert Preference.objects.exists()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_are_sound_in_arabic_too(cast: Cast, visit: Visit, width: int) -> None:
    cast.naima.speak("ar")
    naima = visit(cast.naima, width=width, color_scheme="dark" if width == 390 else "light")
    shared(cast)
    told()
    for path in (OWN, reverse("choices:kinds"), reverse("choices:came")):
        assert looks.faults(naima.open(path).page) == []


def test_a_teacher_sees_in_one_tap_how_far_it_came_and_a_parent_what_came(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = shared(cast)
    told()
    anouk = visit(cast.anouk, "school", javascript=javascript).open(post.get_absolute_url())
    anouk.tap("Is het aangekomen?")
    assert anouk.taps == 1 and anouk.sees("Komt nog") and anouk.sees("Wie het las, ziet niemand.")
    naima = visit(cast.naima, javascript=javascript).open(OWN)
    naima.tap("Wat kwam er?")
    assert naima.taps == 1 and naima.sees("E-mail: komt nog")
    assert post.title not in naima.reads()


def test_a_telephone_that_rings_shows_what_it_is_about(
    whole_browser: Browser, live_server: LiveServer, cast: Cast
) -> None:
    keys = {"endpoint": "https://fcm.googleapis.com/fcm/send/naima", "p256dh": POINT, "auth": "A" * 22}
    keys["key"] = public_key()
    PushSubscription.remember(cast.naima, keys, kind="", at=NOW)
    post = shared(cast)
    told()
    message = Delivery.objects.get(channel="push", notification__person=cast.naima).message_id
    context = whole_browser.new_context(locale="nl-NL", permissions=["notifications"])
    cookie = cast.sign_in(cast.naima).cookies["sid"].value
    context.add_cookies([{"name": "sid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + OWN)
    page.evaluate(LISTEN)
    push(page, live_server.url, {"id": str(message)})
    shown = page.evaluate(SHOWN)
    context.close()
    assert shown["data"] == post.get_absolute_url() and shown["lang"] == "nl" and shown["body"]


def push(page: Page, origin: str, said: dict[str, str]) -> None:
    """As the browser's own push service would hand it over, once it opened the seal."""
    known: list[dict[str, str]] = []
    line = page.context.new_cdp_session(page)
    line.on("ServiceWorker.workerRegistrationUpdated", lambda told: known.extend(told["registrations"]))
    line.send("ServiceWorker.enable")
    while not known:
        page.evaluate(LISTEN)
    here = next(one for one in known if one["scopeURL"].startswith(origin))
    where = {"origin": origin, "registrationId": here["registrationId"]}
    line.send("ServiceWorker.deliverPushMessage", where | {"data": json.dumps(said)})
