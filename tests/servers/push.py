"""A push service on a free port that opens what it gets, as a browser would, and misbehaves when told to."""

import json
import subprocess
import sys
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any  # what JSON holds

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

AUTH = b"sixteen bytes ok"


def unpacked(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def packed(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Rung:
    """What one browser got."""

    path: str
    said: dict[str, Any]
    headers: dict[str, str]
    claims: dict[str, Any]
    size: int  # of the sealed body
    sender: str  # the public half of the key it was signed with


@dataclass
class PushService:
    """`answer`, `delay`, `retry_after` and `leads_to` may be changed at any time."""

    answer: int = 201
    retry_after: str = ""
    leads_to: str = ""
    delay: float = 0.0
    port: int = 0
    rung: list[Rung] = field(default_factory=list)
    tries: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def subscription(self, name: str = "naima") -> dict[str, str]:
        """As a browser makes it."""
        public = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": f"{self.origin}/{name}", "p256dh": packed(public), "auth": packed(AUTH)}

    def take(self, path: str, body: bytes, headers: dict[str, str]) -> None:
        opened = http_ece.decrypt(body, private_key=self.key, auth_secret=AUTH, version="aes128gcm")
        claims, sender = self._signed(headers["Authorization"])
        self.rung.append(Rung(path, json.loads(opened), headers, claims, len(body), sender))

    def _signed(self, said: str) -> tuple[dict[str, Any], str]:
        """What is claimed, and by whom: RFC 8292. Raises InvalidSignature."""
        parts = dict(part.split("=", 1) for part in said.removeprefix("vapid ").replace(" ", "").split(","))
        signed, _dot, signature = parts["t"].rpartition(".")
        raw = unpacked(signature)
        der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        sender = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unpacked(parts["k"]))
        sender.verify(der, signed.encode(), ec.ECDSA(SHA256()))
        return json.loads(unpacked(signed.split(".")[1])), parts["k"]


@contextmanager
def push_service() -> Iterator[PushService]:
    service = PushService()
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering_for(service))
    server.daemon_threads = True
    service.port = server.server_port
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


def answering_for(service: PushService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.tries += 1
            time.sleep(service.delay)
            if service.answer == 201:
                service.take(self.path, body, dict(self.headers))
            self.send_response(service.answer)
            if service.retry_after:
                self.send_header("Retry-After", service.retry_after)
            if service.leads_to:
                self.send_header("Location", service.leads_to)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Tests say what they want to know."""

    return Handler


@contextmanager
def push_process() -> Iterator[dict[str, str]]:
    """The service in a process of its own, so that its work is not counted with ours: one subscription."""
    command = [sys.executable, "-m", "tests.servers.push"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stdin
        yield json.loads(running.stdout.readline())
        running.stdin.close()


if __name__ == "__main__":
    with push_service() as alone:
        print(json.dumps(alone.subscription()), flush=True)
        sys.stdin.read()
