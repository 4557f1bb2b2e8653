"""Five thousand browsers at the same moment, which come back when they are told to (F19)."""

import resource
import time
from collections.abc import Iterator

import requests

from tests.bench.boards import board
from tests.bench.figures import Figure
from tests.siege.crowd import Crowd

BROWSERS, PAGE = 5_000, "/inloggen/"


def storm(schools: int, database: str) -> Iterator[Figure]:
    """Nobody gets an error, and whoever comes after the first rush is served."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 20_000), most))
    with board(1, database) as measured, measured.at.serve() as (port, _pid):
        page = f"http://localhost:{port}{PAGE}"
        requests.get(page, timeout=30)
        crowd = Crowd(port, PAGE)
        took = crowd.rush(BROWSERS)
        began = time.monotonic()
        requests.get(page, timeout=30).raise_for_status()
        after = time.monotonic() - began
    yield Figure(name="storm.served", value=crowd.served, unit="browsers", limit=BROWSERS, at_least=True)
    yield Figure(name="storm.turned_away", value=crowd.turned_away, unit="times")
    yield Figure(name="storm.other", value=len(crowd.other), unit="answers", limit=0)
    yield Figure(name="storm.took", value=took, unit="s")
    yield Figure(name="storm.after", value=after, unit="s for the next visitor", limit=2)
