"""At the door of the pages: as many inside as this process can serve, a few in line, and the rest is asked to
come back, each at another moment. So a crowd that came at once is not there at once again."""

import secrets
import threading
from collections.abc import Callable, Iterable
from typing import Any  # what WSGI hands over

Environ = dict[str, Any]
Pages = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Words = Callable[[Environ, int], bytes]  # a page that says it, with the seconds to wait
SOONEST, LATEST = 5, 30  # seconds until one comes back


class Doorman:
    """PEP 3333, around the pages. The web server needs more threads than `places` and `line` together: the
    last of them is who says no. Nobody is turned away from a path that begins with one of `open_to_all`: a
    page whose style or photos were refused would be a broken page."""

    def __init__(
        self,
        pages: Pages,
        words: Words,
        *,
        places: int,
        line: int,
        patience: float = 2.0,
        open_to_all: tuple[str, ...] = (),
    ) -> None:
        self.pages, self.words, self.patience, self.open_to_all = pages, words, patience, open_to_all
        self.inside, self.line = threading.BoundedSemaphore(places), threading.BoundedSemaphore(line)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith(self.open_to_all):
            return self.pages(environ, start_response)
        if not self._comes_in():
            return self._turned_away(environ, start_response)
        try:
            return self.pages(environ, start_response)
        finally:
            self.inside.release()

    def _comes_in(self) -> bool:
        if self.inside.acquire(blocking=False):
            return True
        if not self.line.acquire(blocking=False):
            return False
        try:
            return self.inside.acquire(timeout=self.patience)
        finally:
            self.line.release()

    def _turned_away(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        seconds = SOONEST + secrets.randbelow(LATEST - SOONEST + 1)
        said = self.words(environ, seconds)
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(said))),
            ("Retry-After", str(seconds)),
            ("Cache-Control", "no-store"),
        ]
        start_response("503 Service Unavailable", headers)
        return [said]
