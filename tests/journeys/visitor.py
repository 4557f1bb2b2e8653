"""Someone with a phone in her hand. Counts her taps, and notices what should not happen behind her back."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

TAPPABLE = "a, button, label, summary, input[type=submit]"


@dataclass
class Visitor:
    """One browser tab. A tap is one activation inside our pages; typing and system pickers do not count."""

    page: Page
    home: str
    taps: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("request", self._watch)

    def open(self, path: str) -> "Visitor":
        """Come from outside: a bookmark, a mail, the camera. No tap of ours."""
        answer = self.page.goto(self.home + path)
        assert answer is not None and answer.status < 400, f"{path} answered {answer and answer.status}"
        return self

    def tap(self, what: str | Locator) -> "Visitor":
        """Press what carries these words, or this very thing."""
        self._find(what).click()
        self.taps += 1
        self.page.wait_for_load_state("load")
        return self

    def tap_key(self, key: str) -> "Visitor":
        """Press a key on what has the focus: as good as a tap."""
        self.page.keyboard.press(key)
        self.taps += 1
        self.page.wait_for_load_state("load")
        return self

    def fill(self, label: str, text: str) -> "Visitor":
        self.page.get_by_label(label).fill(text)
        return self

    def choose(self, label: str, option: str) -> "Visitor":
        """Pick from a system picker, which does not count as a tap."""
        self.page.get_by_label(label).select_option(option)
        return self

    def sees(self, text: str) -> bool:
        return self.page.get_by_text(text).first.is_visible()

    def reads(self) -> str:
        """All words on the page, as shown."""
        return self.page.locator("body").inner_text()

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def _find(self, what: str | Locator) -> Locator:
        if not isinstance(what, str):
            return what
        words = re.compile(re.escape(what))
        named = self.page.locator(TAPPABLE).and_(
            self.page.get_by_text(words).or_(self.page.get_by_label(words))
        )
        return named.or_(self.page.locator(TAPPABLE).filter(has_text=words)).locator("visible=true").first

    def _hear(self, message: ConsoleMessage) -> None:
        expected = "Failed to load resource: the server responded with a status of 4"
        if message.type == "error" and not message.text.startswith(expected):
            self.complaints.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.complaints.append(f"asks another host: {request.url}")
