"""A real gateway for text messages that misbehaves when told to, and signs what it brings."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any  # what a message holds

import pytest
from django.test import Client
from pytest_django import Settings

from driehoek.backbone.notifications.channels import sms
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.texting.signing import mark

SECRET, NUMBER = "a secret of the gateway and of ours", "+31600000000"


class Mood(Enum):
    """How the gateway takes the next messages."""

    WELL = "202"
    BUSY = "429: come back later"
    BREAKS = "500"
    REFUSES = "422: no such number"
    HANGS_UP = "closes the line without an answer"
    HANGS_UP_AFTER = "takes it and closes the line before it says so"
    SENDS_AWAY = "302, to somewhere else"


STATUS = {Mood.WELL: 202, Mood.BUSY: 429, Mood.BREAKS: 500, Mood.REFUSES: 422, Mood.SENDS_AWAY: 302}


@dataclass
class Carrier:
    """`taken` is what arrived, in order; `delay` in seconds before each answer."""

    mood: Mood = Mood.WELL
    delay: float = 0.0
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: int = 0
    keys: set[str] = field(default_factory=set)
    url: str = ""

    @property
    def on_telephones(self) -> list[dict[str, Any]]:
        """What people see: a gateway brings the same reference once."""
        return list({said["reference"]: said for said in self.taken}.values())

    def brings(self, now: float, said: dict[str, Any], *, secret: str = SECRET) -> Any:
        """Post something to the portal, signed; gives its answer."""
        body, moment = json.dumps(said).encode(), str(int(now))
        marks = {"X-Timestamp": moment, "X-Signature": mark(secret, moment, body)}
        return Client().post("/sms/", body, content_type="application/json", headers=marks)


class Counter(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    carrier: Carrier

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.carrier.asked += 1
        self.carrier.keys.add(self.headers.get("Authorization", ""))
        time.sleep(self.carrier.delay)
        if self.carrier.mood in (Mood.WELL, Mood.HANGS_UP_AFTER):
            self.carrier.taken.append(said)
        if self.carrier.mood in (Mood.HANGS_UP, Mood.HANGS_UP_AFTER):
            self.close_connection = True
            return
        self.send_response(STATUS[self.carrier.mood])
        self.send_header("Content-Length", "0")
        self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def phone_company() -> Iterator[Carrier]:
    carrier = Carrier()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Counter,), {"carrier": carrier}))
    carrier.url = f"http://127.0.0.1:{server.server_port}/send"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield carrier
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def carrier(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Carrier]:
    """All text messages of this test go to a real gateway."""
    monkeypatch.setitem(ROADS, "sms", sms)
    with phone_company() as company:
        settings.SMS = "driehoek.backbone.sms.gateway.HttpGateway"
        settings.SMS_URL, settings.SMS_KEY = company.url, "key"
        settings.SMS_FROM, settings.SMS_SECRET = NUMBER, SECRET
        yield company
