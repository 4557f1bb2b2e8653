"""One line to a OneRoster server: a token by our secret (OAuth 2, client credentials), and page after page.

From known places alone, in little time, never more than fits, and with patience for a server that is busy.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any  # what a stranger's JSON holds
from urllib.parse import quote, urlencode

import requests
from django.conf import settings

from driehoek.base.core.answers import said_in
from driehoek.base.core.places import is_at
from driehoek.base.oneroster.refusals import Later, Reason, Refused
from driehoek.base.oneroster.rows import Kind

SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/"
PATIENCE = (5, 30)  # seconds: to connect, and between two pieces of an answer
LONGEST = 120  # seconds for a whole answer, however it drips
MOST = 30_000_000  # bytes of one page
TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds; a server that asks for more is asked again another time


@dataclass(frozen=True)
class Server:
    """What we know of it, and what we are to it."""

    address: str  # until and with /ims/oneroster
    token_address: str
    client_id: str
    secret: str = field(repr=False)
    scopes: tuple[str, ...]  # by their names in the standard: "roster-core.readonly"


class Line:
    """Open while we ask; to be closed."""

    def __init__(
        self, server: Server, *, pause: Callable[[float], None] = time.sleep, tries: int = TRIES
    ) -> None:
        self.server, self.pause, self.tries = server, pause, tries
        self.session = requests.Session()
        self.session.trust_env = False
        self.token = ""

    def close(self) -> None:
        self.session.close()

    def page(self, kind: Kind, **asked: str | int) -> list[Any]:
        """The rows of one page, whatever the server says about how many there are. Raises Refused."""
        address = f"{self.server.address}{kind.path}?{urlencode(asked)}"
        try:
            rows = self._patiently(lambda: self._ask(address)).get(kind.envelope)
        except Refused as no:
            if kind.may_lack and no.reason == Reason.NOTHING_HERE:
                return []
            raise
        if not isinstance(rows, list):
            raise Refused(Reason.NONSENSE)
        return rows

    def _patiently(self, ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Again and again, each time a little later. Raises Refused."""
        wait = FIRST_PAUSE
        for tries_left in reversed(range(self.tries)):
            try:
                return ask()
            except Later as later:
                if not tries_left or later.after > LONGEST_PAUSE:
                    raise
                self.pause(max(wait, later.after))
                wait = min(2 * wait, LONGEST_PAUSE)
        raise Refused(Reason.AWAY)

    def _ask(self, address: str) -> dict[str, Any]:
        if not self.token:
            self.token = self._new_token()
        try:
            return self._read(address)
        except Refused as no:
            if no.reason != Reason.NOT_OURS:
                raise
        self.token = self._new_token()  # the other one was over
        return self._read(address)

    def _read(self, address: str) -> dict[str, Any]:
        headers = {"Accept": "application/json", "Authorization": f"Bearer {self.token}"}
        return self._exchange("GET", address, headers=headers)

    def _new_token(self) -> str:
        server = self.server
        said = self._exchange(
            "POST",
            server.token_address,
            data={
                "grant_type": "client_credentials",
                "scope": " ".join(SCOPE + one for one in server.scopes),
            },
            auth=(quote(server.client_id, ""), quote(server.secret, "")),
        )
        if not isinstance(token := said.get("access_token"), str) or not token.isascii() or not token:
            raise Refused(Reason.NONSENSE)
        return token

    def _exchange(self, method: str, address: str, **asked: Any) -> dict[str, Any]:
        if not is_at(address.partition("?")[0], settings.ONEROSTER_PLACES):
            raise Refused(Reason.PLACE)
        try:
            with self.session.request(
                method, address, timeout=PATIENCE, stream=True, allow_redirects=False, **asked
            ) as answer:
                return _read(answer)
        except requests.RequestException:
            raise Later(Reason.AWAY) from None


def _read(answer: requests.Response) -> dict[str, Any]:
    if answer.status_code in (429, 503):
        raise Later(Reason.BUSY, _seconds(answer.headers.get("Retry-After", "")))
    if answer.status_code >= 500:
        raise Later(Reason.AWAY)
    if answer.status_code in (400, 401, 403):
        raise Refused(Reason.NOT_OURS)
    if answer.status_code != 200:
        raise Refused(Reason.NOTHING_HERE)
    try:
        said = said_in(answer, most=MOST, seconds=LONGEST)
    except ValueError:
        raise Refused(Reason.NONSENSE) from None
    if not isinstance(said, dict):
        raise Refused(Reason.NONSENSE)
    return said


def _seconds(said: str) -> float:
    """A day in words counts as a long time."""
    try:
        return max(float(said or 0), 0)
    except ValueError:
        return LONGEST_PAUSE
