"""Who carries a text message to a telephone: one interface, for codes and for news.

Ours posts JSON: {"to", "from", "text", "reference"}, with the key as a bearer token. Any 2xx is a yes. A
provider that speaks otherwise is a class of your own, named in DRIEHOEK_SMS. See docs/guides/sms.md.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import requests
from django.conf import settings
from django.utils.module_loading import import_string

from driehoek.backbone.sms.outcome import Away, Busy, Refused
from driehoek.facts.people.telephones import normal

PATIENCE = (3.05, 15)  # seconds: to connect, and between two pieces of an answer
FOR_GOOD = {400, 404, 410, 422}
MOBILE = re.compile(r"\+[1-9][0-9]{8,14}")  # E.164


class Gateway(Protocol):
    def text(self, number: str, words: str, *, reference: str) -> None:
        """Hand it over; the same reference is the same message. Raises Busy, Away or Refused."""


class HttpGateway:
    """One connection that stays open for a batch."""

    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.trust_env = False

    def text(self, number: str, words: str, *, reference: str) -> None:
        said = {"to": number, "from": settings.SMS_FROM, "text": words, "reference": reference}
        key = {"Authorization": f"Bearer {settings.SMS_KEY}"} if settings.SMS_KEY else {}
        try:
            with self.session.post(
                settings.SMS_URL, json=said, headers=key, timeout=PATIENCE, stream=True, allow_redirects=False
            ) as answer:
                _read(answer.status_code)
        except requests.ConnectTimeout:
            raise Away("ConnectTimeout") from None
        except requests.ReadTimeout:
            raise Busy("ReadTimeout") from None
        except requests.RequestException as broken:
            raise Away(type(broken).__name__) from None


def _read(status: int) -> None:
    if 200 <= status < 300:
        return
    raise (Refused if status in FOR_GOOD else Busy)(str(status))


@contextmanager
def gateway() -> Iterator[Gateway]:
    """The one of this installation. Raises LookupError where there is none."""
    if not settings.SMS:
        raise LookupError("no gateway for text messages")
    chosen = import_string(settings.SMS)()
    try:
        yield chosen
    finally:
        if session := getattr(chosen, "session", None):
            session.close()


def mobile_number(typed: str) -> str:
    """A mobile number as the world writes it: 06 1234 5678 is +31612345678. Empty when it is none, and in
    countries to which this installation does not text: there are numbers that cost a fortune."""
    number = normal(typed)
    is_ours = number.startswith(tuple(settings.SMS_COUNTRIES))
    return number if is_ours and MOBILE.fullmatch(number) else ""
