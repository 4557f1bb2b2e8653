"""What web and worker hold at rest, after everybody's usual pages were opened and the first mails left."""

import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar

from tests.bench.demo import demo
from tests.bench.figures import Figure
from tests.bench.processes import pss

VISITORS = ("naima", "anouk", "marja", "elif")
OPENED = 3  # times each
REST = 30  # seconds, in which the sweep comes by as well


def memory(schools: int, database: str) -> Iterator[Figure]:
    with demo() as running:
        for visitor in VISITORS * OPENED:
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            browser.open(f"{running.address}/demo/als/{visitor}/", timeout=30).read()
        time.sleep(REST)
        web, worker = pss(running.web), pss(running.worker)
        yield Figure(name="memory.web", value=web, unit="MB")
        yield Figure(name="memory.worker", value=worker, unit="MB", limit=90)
        yield Figure(name="memory.together", value=web + worker, unit="MB", limit=250)
