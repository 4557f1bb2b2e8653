"""How a server of ours answers over HTTP, well or badly."""

from http.server import BaseHTTPRequestHandler

NESTED = b"[" * 100_000
NOBODY_THERE = "http://127.0.0.1:9/"


class Answering(BaseHTTPRequestHandler):
    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """A 302 leads to where nobody listens. A header's dash is written as a line below: Retry_After."""
        self.send_response(status)
        if status == 302:
            self.send_header("Location", NOBODY_THERE)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def pour(self) -> None:
        """Without end."""
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b" " * 65_536)
        except OSError:  # the other side had enough
            return

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""
