"""A first visit to Vandaag by phone: how much comes over the line, and when the largest thing is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.bench.demo import demo
from tests.bench.figures import Figure
from tests.servers.chromium import browser

VISITS = 5
VISITOR = "naima"
SLOW_4G = {
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 750_000 / 8,
}  # ms, bytes/s
SLOWER = 4  # times: the processor of a cheap phone
PHONE = {"width": 390, "height": 844}
LARGEST = """() => new Promise(done => new PerformanceObserver(
    list => done(list.getEntries().at(-1).startTime)
).observe({type: "largest-contentful-paint", buffered: true}))"""


def visits(schools: int, database: str) -> Iterator[Figure]:
    """The same whatever the scale: the demo, on its own database."""
    with demo() as running, browser() as chromium:
        sizes, paints = [], []
        for _ in range(VISITS):
            with somebody_new(chromium, running.address) as page:
                size = first_visit(page, running.address)
                sizes.append(size)
                paints.append(page.evaluate(LARGEST))
        yield Figure(name="visit.weight", value=median(sizes) / 1024, unit="KB without photos", limit=110)
        yield Figure(name="visit.lcp", value=median(paints) / 1000, unit="s", limit=1.8)


@contextmanager
def somebody_new(chromium: Browser, address: str) -> Iterator[Page]:
    """Signed in, with an empty cache."""
    context = chromium.new_context(viewport=PHONE, device_scale_factor=2, locale="nl-NL")  # type: ignore[arg-type]
    sign_in(context, address)
    try:
        yield context.new_page()
    finally:
        context.close()


def sign_in(context: BrowserContext, address: str) -> None:
    """By the link of the demo, over a line of its own, so that no page is kept."""
    assert context.request.get(f"{address}/demo/als/{VISITOR}/").ok


def first_visit(page: Page, address: str) -> int:
    """The bytes that came over the line, photos and faces left out."""
    line = page.context.new_cdp_session(page)
    weight = Weight(line)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": False})
    line.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/", wait_until="networkidle")
    return weight.total


class Weight:
    """Adds up what the browser receives."""

    def __init__(self, line: CDPSession) -> None:
        self.photos: set[str] = set()
        self.total = 0
        line.on("Network.responseReceived", self._note)
        line.on("Network.loadingFinished", self._add)

    def _note(self, event: dict) -> None:
        if event["response"]["mimeType"] in {"image/jpeg", "image/webp", "image/avif"}:
            self.photos.add(event["requestId"])

    def _add(self, event: dict) -> None:
        if event["requestId"] not in self.photos:
            self.total += int(event["encodedDataLength"])
