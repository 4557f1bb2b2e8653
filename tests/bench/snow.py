"""Snow day: all schools close, everybody hears it by every road, and the head sees how far it is."""

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import requests

from tests.bench.delivering import sink
from tests.bench.figures import Figure
from tests.bench.installation import Installation, started
from tests.servers import postgresql
from tests.servers.push import push_service

SCHOOLS = 100  # of 700 guardians each
PATIENCE = 600.0  # seconds; then whoever has nothing yet is given up
READ_IN = 6  # seconds in which a worker has read everything in: it is at it for weeks
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|token)" value="([^"]+)"')
ARRIVED = re.compile(r'class="alert-number"><b>(\d+)</b>')
WORK = ("-m", "tests.bench.inside", "snowing")


def snow() -> Iterator[Figure]:
    """The rows of 70,000 people by three roads within the 5 s of any news; the sender sees the first of her
    own school within as much, and the last within the three minutes in which a telephone must have rung."""
    with ExitStack() as stack:
        url = stack.enter_context(postgresql.cluster())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="driehoek-bench-")))
        letters = stack.enter_context(tempfile.TemporaryDirectory())
        at, bells = Installation(folder, url), stack.enter_context(push_service())
        at.more |= {
            "DRIEHOEK_EMAIL_URL": f"smtp://127.0.0.1:{stack.enter_context(sink(letters))}",
            "DRIEHOEK_SMS": "driehoek.backbone.sms.gateway.HttpGateway",
            "DRIEHOEK_SMS_URL": stack.enter_context(carrier()),
        }
        told = json.loads(at.run(*WORK, "tell", str(SCHOOLS), json.dumps(bells.subscription())))
        yield Figure(
            name="delivery.snow_people", value=told["people"], unit="people", limit=70_000, at_least=True
        )
        yield Figure(name="delivery.snow_rows", value=told["rows"], unit="rows")
        yield Figure(name="delivery.snow_told", value=told["seconds"], unit="s", limit=5)
        stack.enter_context(started([sys.executable, *WORK, "work"], at.environment()))
        port, _pid = stack.enter_context(at.serve())
        time.sleep(READ_IN)
        first, last = followed(f"http://localhost:{port}", told["sid"], told["sheet"])
    yield Figure(name="delivery.snow_first", value=first, unit="s to the first progress", limit=5)
    yield Figure(
        name="delivery.snow_last", value=last, unit="s until a school has it by every road", limit=180
    )


def followed(origin: str, sid: str, sheet: str) -> tuple[float, float]:
    """From the button: the seconds until her page says of somebody that it came, and until it is done; as
    long as we wait when it does not."""
    head = requests.Session()
    head.cookies.set("sid", sid)
    hidden = dict(HIDDEN.findall(head.get(origin + sheet, timeout=30).text))
    form = hidden | {"what": "closed", "why": "weather", "until": "today", "text": "", "send": "on"}
    began = time.monotonic()
    sent = head.post(origin + sheet, data=form, allow_redirects=False, timeout=30)
    assert sent.status_code == 302, sent.text
    first = 0.0
    while time.monotonic() - began < PATIENCE:
        shown = head.get(f"{origin}{sent.headers['Location']}voortgang/", timeout=30)
        shown.raise_for_status()
        here = ARRIVED.search(shown.text)
        if not first and here and int(here[1]):
            first = time.monotonic() - began
        if first and "data-busy" not in shown.text:
            return first, time.monotonic() - began
        time.sleep(1 if first else 0.1)
    return first or PATIENCE, PATIENCE


@contextmanager
def carrier() -> Iterator[str]:
    """A gateway for text messages that takes everything; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Counter)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/send"
    finally:
        server.shutdown()
        server.server_close()


class _Counter(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """It says nothing."""
