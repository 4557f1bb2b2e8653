"""The system's Chromium, driven by playwright.

python -m tests.servers.chromium --find     says where it is
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = (  # the first one takes a fifth of the time: it is a browser without its windows and menus
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
)  # fmt: skip
WHOLE = NAMES[1:]  # with a microphone, and a service that rings it
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",  # a microphone that beeps
]


shared: dict[str, Browser] = {}  # those of this process, while they run
playing: list[Playwright] = []  # what drives them; there is one for each process


class NotFound(Exception):
    """There is no Chromium on this computer."""


def program(names: Sequence[str] = NAMES) -> str:
    """Where the browser is. Raises NotFound."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise NotFound("Chromium is missing. On Debian or Ubuntu: sudo apt-get install chromium")
    return found


@contextmanager
def browser(names: Sequence[str] = NAMES) -> Iterator[Browser]:
    """A running browser. Whoever asks later gets the same."""
    path = program(names)
    if path in shared:
        yield shared[path]
        return
    with driver() as playwright:
        shared[path] = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield shared[path]
        finally:
            shared.pop(path).close()


@contextmanager
def driver() -> Iterator[Playwright]:
    if playing:
        yield playing[0]
        return
    with sync_playwright() as playwright:
        playing.append(playwright)
        try:
            yield playwright
        finally:
            playing.clear()


if __name__ == "__main__":
    try:
        print(program(WHOLE))
    except NotFound as missing:
        sys.exit(str(missing))
