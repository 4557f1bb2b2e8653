"""A server that speaks LibreTranslate's language: often the school's own, next to the portal.

POST /translate with {"q": [...], "source", "target", "format": "text", "api_key"} gives
{"translatedText": [...]}.
"""

import datetime as dt
from typing import Any  # what a stranger's JSON holds

import requests

from driehoek.backbone.translation.translators.outcome import NO_WAIT, Later, Never
from driehoek.base.core.answers import said_in

PATIENCE = (3.05, 20)  # seconds: to connect, and between two pieces of an answer
LONGEST = 45  # seconds for a whole answer, however it drips
MOST = 2_000_000  # bytes of an answer; a batch of our texts is a tenth of that
A_DAY = 24 * 3600


class LibreTranslate:
    def __init__(self, url: str, key: str = "") -> None:
        self.address, self.key = f"{url.rstrip('/')}/translate", key

    def translate(self, texts: list[str], *, source: str, target: str) -> list[str]:
        asked: dict[str, Any] = {"q": texts, "source": source, "target": target, "format": "text"}
        if self.key:
            asked["api_key"] = self.key
        try:
            with requests.post(
                self.address, json=asked, timeout=PATIENCE, stream=True, allow_redirects=False
            ) as answer:
                refuse(answer.status_code, answer.headers.get("Retry-After", ""))
                return read(answer, len(texts))
        except requests.RequestException as broken:
            raise Later(type(broken).__name__) from None


def refuse(status: int, retry_after: str) -> None:
    """Raises for everything but a plain answer."""
    if status == 200:
        return
    if status in (400, 413, 422):
        raise Never(str(status))
    raise Later(str(status), wait_of(retry_after))


def wait_of(said: str) -> dt.timedelta:
    """Retry-After in seconds, at most a day; a date or nonsense counts for nothing."""
    return dt.timedelta(seconds=min(int(said), A_DAY)) if said.isascii() and said.isdigit() else NO_WAIT


def read(answer: requests.Response, number: int) -> list[str]:
    """Raises Later for what is no answer: a machine that talks nonsense may be restarting."""
    try:
        said = said_in(answer, most=MOST, seconds=LONGEST)["translatedText"]
    except (ValueError, KeyError, TypeError):
        raise Later("no answer") from None
    if not isinstance(said, list) or len(said) != number or not all(isinstance(one, str) for one in said):
        raise Later("not what was asked")
    return said
