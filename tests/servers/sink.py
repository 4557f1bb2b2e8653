"""A mail server that takes everything as fast as it can, in a process of its own.

    python -m tests.servers.sink FOLDER MILLISECONDS

It answers each letter after so many milliseconds, as one that puts it on a disk first, and prints its port.
"""

import json
import socketserver
import sys
import time
from itertools import count
from pathlib import Path

TAKEN = count()
ANSWERS = {"QUIT": "221 bye", "EHLO": "250-sink\r\n250 PIPELINING"}


class Desk(socketserver.StreamRequestHandler):
    """One line to one sender: RFC 5321, the words that a sender needs."""

    disable_nagle_algorithm = True
    folder: Path
    wait: float

    def handle(self) -> None:
        self._say("220 sink")
        envelope = {"from": "", "to": ""}
        while command := self.rfile.readline().decode("latin-1").strip():
            word = command[:4].upper()
            if word == "MAIL":
                envelope["from"] = command.partition("<")[2].partition(">")[0]
            elif word == "RCPT":
                envelope["to"] = command.partition("<")[2].partition(">")[0]
            elif word == "DATA":
                self._say("354 go on")
                self._keep(envelope)
            self._say(ANSWERS.get(word, "250 fine"))
            if word == "QUIT":
                break

    def _keep(self, envelope: dict[str, str]) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n" and line:
            lines.append(line)
        if self.wait:
            time.sleep(self.wait)
        file = self.folder / f"{next(TAKEN)}.letter"
        file.write_bytes(json.dumps(envelope).encode() + b"\n" + b"".join(lines))

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Office(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 32


def main(folder: str, milliseconds: str) -> None:
    Desk.folder, Desk.wait = Path(folder), float(milliseconds) / 1000
    with Office(("127.0.0.1", 0), Desk) as office:
        print(office.server_address[1], flush=True)
        office.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
