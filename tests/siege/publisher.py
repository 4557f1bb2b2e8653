"""A teacher at her browser: shares one post after the other, and presses again when nobody answers."""

import re
import threading
import time
from dataclasses import dataclass, field

import requests

HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|begun)" value="([^"]+)"')
PATIENCE = 10  # seconds for one answer


@dataclass
class Publisher:
    """`answered` has the address of the post for each sheet of which the server said that it is shared."""

    origin: str
    sid: str
    group: int
    answered: dict[str, str] = field(default_factory=dict)
    pressed: int = 0
    is_pressing: threading.Event = field(default_factory=threading.Event)
    is_over: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self.thread = threading.Thread(target=self._go_on, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """Once the post at hand is answered."""
        self.is_over.set()
        self.thread.join(timeout=60)
        assert not self.thread.is_alive(), "the web server does not answer any more"

    def _go_on(self) -> None:
        while not self.is_over.wait(0.3):
            browser = requests.Session()
            browser.cookies.set("sid", self.sid)
            sheet = self._asked(browser, "GET", f"/maken/?groep={self.group}")
            hidden = dict(HIDDEN.findall(sheet.text))
            self.answered[hidden["begun"]] = self._share(browser, hidden)

    def _share(self, browser: requests.Session, hidden: dict[str, str]) -> str:
        """The same form, until the server says where the post stands."""
        place, said = f"group-{self.group}", "Wij bouwden bruggen. De sterkste droeg 14 boeken."
        form = {"place": place, "told": place, "text": said, "kind": "update", "when": "now", "title": ""}
        answer = self._asked(browser, "POST", "/maken/delen/", data=form | hidden)
        return answer.headers["Location"]

    def _asked(self, browser: requests.Session, method: str, path: str, **form: object) -> requests.Response:
        while True:
            try:
                if method == "POST":
                    self.pressed += 1
                    self.is_pressing.set()
                answer = browser.request(
                    method, self.origin + path, allow_redirects=False, timeout=PATIENCE, **form
                )
                if answer.status_code < 500:
                    assert answer.status_code in (200, 302), f"{path} said {answer.status_code}"
                    return answer
            except requests.RequestException:  # it was killed, with or without our post
                pass
            finally:
                self.is_pressing.clear()
            time.sleep(0.1)
