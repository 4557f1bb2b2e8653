"""A real OneRoster 1.2 server over HTTP, which throttles, lies, drops and breaks when told to."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.servers.answering import NESTED, Answering
from tests.servers.openid import basic
from tests.servers.translator import Quiet

CLIENT, SECRET = "driehoek", "a:secret/of %ours"
SINCE = re.compile(r"^dateLastModified>='([^']+)'$")
Row = Any  # a good one is a dict; a broken one may be anything


class Mood(Enum):
    """How it takes the next requests for rows."""

    WELL = "page after page"
    THROTTLES = "429 and then an answer, time and again"
    IS_FULL = "503, come back tomorrow"
    LIES = "X-Total-Count and Link that are not true"
    DROPS = "half an answer and then an answer, time and again"
    BREAKS = "500"
    FORBIDS = "401, whatever the token"
    FORGETS = "401 until there is a new token"
    SENDS_AWAY = "302, to somewhere else"
    MUMBLES = "200, and no JSON"
    NESTS = "200, and brackets without end"
    POURS = "200, and it never ends"
    WRAPS_OTHERWISE = "200, JSON of something else"
    IGNORES = "neither filter nor order"


@dataclass
class MarkBook:
    """`mood`, `rows` and `most` may be changed at any time; `between` is done after each page."""

    mood: Mood = Mood.WELL
    rows: dict[str, list[Row]] = field(default_factory=dict)  # "results": in the order in which it has them
    most: int = 10_000  # rows on a page, whatever is asked
    asked: list[str] = field(default_factory=list)  # path and question, as they came
    tokens: int = 0
    scopes: str = ""  # of the last token
    port: int = 0
    lacks: set[str] = field(default_factory=set)  # kinds that it does not know
    between: Any = None  # a callable without arguments
    _turn: int = 0

    @property
    def place(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"{self.place}/ims/oneroster"

    @property
    def token(self) -> str:
        return f"token-{self.tokens}"

    def every_second(self) -> bool:
        self._turn += 1
        return self._turn % 2 == 1

    def page(self, kind: str, asked: dict[str, str]) -> list[Row]:
        found = list(self.rows.get(kind, []))
        if self.mood != Mood.IGNORES:
            since = SINCE.match(asked.get("filter", ""))
            found = [row for row in found if not since or stamp(row) >= since[1]]
            found.sort(key=stamp)
        start, size = int(asked.get("offset", 0)), min(int(asked.get("limit", 100)), self.most)
        return found[start : start + size]


def stamp(row: Row) -> str:
    return str(row.get("dateLastModified", "")) if isinstance(row, dict) else ""


def needed(path: str) -> str:
    """The scope that the standard asks for it."""
    if path.endswith("/demographics"):
        return "roster-demographics.readonly"
    return "gradebook.readonly" if "/gradebook/" in path else "roster-core.readonly"


class Desk(Answering):
    book: MarkBook

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        ours = self.headers.get("Authorization") == basic(CLIENT, SECRET)
        if not ours or form.get("grant_type") != ["client_credentials"]:
            return self.answer(401, b'{"error": "invalid_client"}')
        self.book.tokens += 1
        self.book.scopes = form["scope"][0]
        said = {"access_token": self.book.token, "token_type": "Bearer", "expires_in": 3600}
        return self.answer(200, json.dumps(said).encode())

    def do_GET(self) -> None:
        book, address = self.book, urlsplit(self.path)
        book.asked.append(self.path)
        if self.headers.get("Authorization") != f"Bearer {book.token}" or book.mood == Mood.FORBIDS:
            return self.answer(401, b"{}")
        if book.mood == Mood.FORGETS and book.every_second():
            book.tokens += 1
            return self.answer(401, b"{}")
        kind = address.path.rpartition("/")[2]
        if needed(address.path) not in book.scopes:
            return self.answer(403, b"{}")
        if kind in book.lacks:
            return self.answer(404, b"{}")
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        rows = book.page(kind, asked)
        self._say(kind, rows)
        if book.between:
            book.between()
        return None

    def _say(self, kind: str, rows: list[Row]) -> None:
        mood, body = self.book.mood, json.dumps({kind: rows}).encode()
        if mood == Mood.THROTTLES and self.book.every_second():
            return self.answer(429, b"{}", Retry_After="7")
        if mood == Mood.IS_FULL:
            return self.answer(503, b"{}", Retry_After="86400")
        if mood == Mood.DROPS and self.book.every_second():
            return self._half(body)
        if mood == Mood.POURS:
            return self.pour()
        lies = {"X_Total_Count": "2", "Link": '<http://169.254.169.254/>; rel="next"'}
        answers = {
            Mood.BREAKS: (500, b"{}"), Mood.SENDS_AWAY: (302, b""), Mood.MUMBLES: (200, b"<html>"),
            Mood.NESTS: (200, NESTED), Mood.WRAPS_OTHERWISE: (200, b'{"error": []}'),
        }  # fmt: skip
        status, said = answers.get(mood, (200, body))
        return self.answer(status, said, **(lies if mood == Mood.LIES else {}))

    def _half(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True


@contextmanager
def keeping_marks(book: MarkBook | None = None) -> Iterator[MarkBook]:
    """A running server on a port that the system chooses."""
    book = book or MarkBook()
    server = Quiet(("127.0.0.1", 0), type("OneDesk", (Desk,), {"book": book}))
    book.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield book
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
