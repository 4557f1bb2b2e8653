"""The browser, the server it visits, and whoever holds it."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest, HttpResponse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from driehoek.facts.people.models import Person
from tests.cast import Cast
from tests.journeys.visitor import Visitor
from tests.servers import chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # playwright keeps a loop in our thread; nothing is async here
)

Visit = Callable[..., Visitor]
DUTCH = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "service_workers": "block"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.browser() as running:
        yield running


@pytest.fixture(scope="session")
def whole_browser() -> Iterator[Browser]:
    """One with a microphone and a bell: it takes five times as much of the computer."""
    with chromium.browser(chromium.WHOLE) as running:
        yield running


class KeptFiles(StaticFilesHandler):
    """Styles and scripts, found once and then kept, by us and by the browser, as behind a real web server."""

    kept: dict[str, tuple[bytes, str]] = {}  # one server, one set of files

    def serve(self, request: HttpRequest) -> HttpResponse:
        if request.path not in self.kept:
            found = super().serve(request)
            self.kept[request.path] = b"".join(found), found["Content-Type"]
        content, kind = self.kept[request.path]
        return HttpResponse(content, content_type=kind, headers={"Cache-Control": "max-age=3600"})


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """The server of pytest-django, but with files that are found once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.contrib.staticfiles.handlers.StaticFilesHandler", KeptFiles)
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def visit(request: pytest.FixtureRequest, live_server: LiveServer, cast: Cast) -> Iterator[Visit]:
    """visit(cast.naima, javascript=False, width=320): someone signed in, or a visitor without a name."""
    visitors: list[Visitor] = []

    def opened(
        person: Person | None = None,
        hat: str | None = None,
        *,
        width: int = 390,
        javascript: bool = True,
        whole: bool = False,
        **look: str,
    ) -> Visitor:
        size = {"width": width, "height": 844}
        browser: Browser = request.getfixturevalue("whole_browser" if whole else "browser")
        context = browser.new_context(viewport=size, java_script_enabled=javascript, **DUTCH, **look)
        context.set_default_timeout(30_000)
        if person:
            cookie = cast.sign_in(person, hat).cookies["sid"]
            context.add_cookies([{"name": "sid", "value": cookie.value, "url": live_server.url}])
        visitors.append(Visitor(context.new_page(), live_server.url))
        return visitors[-1]

    yield opened
    for visitor in visitors:
        visitor.page.context.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Every journey is made twice: smoother with scripts, and just as complete without."""
    return bool(request.param)
