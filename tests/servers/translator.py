"""A real server that speaks LibreTranslate's language and DeepL's, and misbehaves when told to."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import Any

from tests.servers.answering import NESTED, Answering

SIGN = re.compile(r"\[#\d+\]")
TURKISH = "bu çok güzel bir gün ve biz evde"  # what it makes of any words; signs stay


class Mood(Enum):
    """How the server takes the next requests."""

    WELL = "translates"
    BUSY = "429, come back in Retry-After seconds"
    BREAKS = "500"
    REFUSES = "400: this text or language not"
    FORBIDS = "403: who are you?"
    HANGS_UP = "closes the line without an answer"
    MUMBLES = "200, and no JSON"
    NESTS = "200, and brackets without end"
    MISCOUNTS = "200, one answer too few"
    SENDS_AWAY = "302, to somewhere else"
    POURS = "200, and it never ends"
    DROPS_A_NUMBER = "leaves a sign out"
    CHANGES_A_NAME = "writes a name where a sign was"
    INVENTS_A_NUMBER = "adds a number of its own"
    SAYS_NOT = "says the opposite"
    SCRIPTS = "answers with markup"
    LINKS = "adds an address of its own"
    TURNS = "hides signs that turn the text around"
    OTHER_LANGUAGE = "answers in English"
    REPEATS = "gives the original back"
    RAMBLES = "answers far too long"
    SAYS_NOTHING = "answers with nothing"


ANSWERS = {
    Mood.DROPS_A_NUMBER: lambda said: SIGN.sub("", said, count=1),
    Mood.CHANGES_A_NAME: lambda said: SIGN.sub("Jan", said, count=1),
    Mood.INVENTS_A_NUMBER: lambda said: f"{said} 99",
    Mood.SAYS_NOT: lambda said: f"{said} hiç değil",
    Mood.SCRIPTS: lambda said: f"{said} <script>alert(1)</script>",
    Mood.LINKS: lambda said: f"{said} https://evil.example/inloggen",
    Mood.TURNS: lambda said: f"\u202e{said}\u0007",
    Mood.OTHER_LANGUAGE: lambda said: "this is what we have for you and it is not that",
    Mood.RAMBLES: lambda said: said * 500,
    Mood.SAYS_NOTHING: lambda said: "",
}
NO_ANSWER = {Mood.MUMBLES: b"<html>oops", Mood.NESTS: NESTED}
STATUS = {Mood.BUSY: 429, Mood.BREAKS: 500, Mood.REFUSES: 400, Mood.FORBIDS: 403, Mood.SENDS_AWAY: 302}


@dataclass
class Interpreter:
    """`mood`, `delay` (seconds) and `retry_after` may be changed at any time; `asked` holds every request."""

    mood: Mood = Mood.WELL
    delay: float = 0.0
    retry_after: str = ""
    poison: str = ""  # a request with this word in it is refused
    asked: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """For DRIEHOEK_TRANSLATOR_URL."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        """Everything that was ever sent."""
        return [text for request in self.asked for text in request["q"]]

    def answer(self, text: str) -> str:
        if self.mood == Mood.REPEATS:
            return text
        return ANSWERS.get(self.mood, str)(turkish(text))


def turkish(text: str) -> str:
    """Some Turkish, with the signs of the original in their order."""
    return " ".join([TURKISH, *SIGN.findall(text)])


class Desk(Answering):
    interpreter: Interpreter

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request, here = json.loads(body), self.interpreter
        request.setdefault("q", request.get("text"))  # DeepL's word for it
        here.asked.append(request)
        time.sleep(here.delay)
        if here.mood == Mood.HANGS_UP:
            return self.connection.close()
        poisoned = bool(here.poison) and any(here.poison in text for text in request["q"])
        if here.mood in STATUS or poisoned:
            return self._say(400 if poisoned else STATUS[here.mood], b"{}")
        if here.mood == Mood.POURS:
            return self.pour()
        if here.mood in NO_ANSWER:
            return self._say(200, NO_ANSWER[here.mood])
        if self.path == "/v2/translate":
            return self._as_deepl(request)
        answers = [here.answer(text) for text in request["q"]]
        said = answers[:-1] if here.mood == Mood.MISCOUNTS else answers
        return self._say(200, json.dumps({"translatedText": said}).encode())

    def _as_deepl(self, request: dict[str, Any]) -> None:
        here = self.interpreter
        found = [
            {"detected_source_language": "NL", "text": here.answer(text), "billed_characters": 1}
            for text in request["q"]
        ]
        self._say(200, json.dumps({"translations": found}).encode())

    def _say(self, status: int, body: bytes) -> None:
        wait = self.interpreter.retry_after
        self.answer(status, body, **({"Retry_After": wait} if wait else {}))


class Quiet(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """The other side hung up: that is what the tests are about."""


@contextmanager
def interpreting() -> Iterator[Interpreter]:
    """A running server on a port that the system chooses."""
    interpreter = Interpreter()
    desk = type("OneDesk", (Desk,), {"interpreter": interpreter})
    server = Quiet(("127.0.0.1", 0), desk)
    interpreter.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield interpreter
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
