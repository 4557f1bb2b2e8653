"""Readers who open a page over and over: one alone, or several at once. Plain sockets cost little."""

import socket
import threading
import time
from itertools import count, cycle

HEAD_END = b"\r\n\r\n"


class Reader:
    """One browser with one session on one open line."""

    def __init__(self, port: int, path: str, session: str) -> None:
        lines = [f"GET {path} HTTP/1.1", f"Host: localhost:{port}", f"Cookie: sid={session}"]
        lines += ["Accept: text/html", "Accept-Encoding: gzip", "Accept-Language: nl"]
        self.question = "\r\n".join([*lines, "", ""]).encode()
        self.line = socket.create_connection(("127.0.0.1", port), timeout=30)

    def read(self) -> float:
        """Seconds until the whole page was there. Raises RuntimeError when it is not a page."""
        began = time.perf_counter()
        self.line.sendall(self.question)
        head, _, body = self._until_head().partition(HEAD_END)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode(errors="replace"))
        missing = length_of(head) - len(body)
        while missing > 0:
            missing -= len(self.line.recv(65536))
        return time.perf_counter() - began

    def _until_head(self) -> bytes:
        answer = b""
        while HEAD_END not in answer:
            piece = self.line.recv(65536)
            if not piece:
                raise RuntimeError("the server hung up")
            answer += piece
        return answer


def length_of(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise RuntimeError("a page without a length")


def alone(port: int, path: str, sessions: list[str], *, seconds: float) -> list[float]:
    """One at a time, with each session in turn: the seconds of each page."""
    readers = cycle([Reader(port, path, session) for session in sessions])
    until, took = time.monotonic() + seconds, []
    while time.monotonic() < until:
        took.append(next(readers).read())
    return took


def together(port: int, path: str, sessions: list[str], *, seconds: float) -> float:
    """All at once, without a pause: pages a second."""
    done, until = count(), time.monotonic() + seconds
    readers = [Reader(port, path, session) for session in sessions]

    def go_on(reader: Reader) -> None:
        while time.monotonic() < until:
            reader.read()
            next(done)

    began = time.monotonic()
    threads = [threading.Thread(target=go_on, args=[reader]) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return next(done) / (time.monotonic() - began)
