"""The system's Chromium, driven by playwright.

python -m tests.servers.chromium --find     says where it is
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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


shared: list[Browser] = []  # the one of this process, while it runs


class NotFound(Exception):
    """There is no Chromium on this computer."""


def program() -> str:
    """Where the browser is. Raises NotFound."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise NotFound("Chromium is missing. On Debian or Ubuntu: sudo apt-get install chromium")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """A running browser. Playwright takes one per process, so whoever asks later gets the same."""
    if shared:
        yield shared[0]
        return
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        shared.append(running)
        try:
            yield running
        finally:
            shared.clear()
            running.close()


if __name__ == "__main__":
    try:
        print(program())
    except NotFound as missing:
        sys.exit(str(missing))
