"""A real mailbox server (IMAP4rev1, RFC 3501) on a free port: small, ours, and false when told to be."""

import re
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from threading import Thread


class Mood(Enum):
    """How the server treats its next guests."""

    WELL = "as it should"
    REFUSES = "takes no name and password"
    DROPS_IN_LETTER = "hangs up in the middle of a letter"
    DROPS_AFTER_LETTER = "hangs up when it has given the letter, so that it can not be marked"
    GIVES_HALF = "says a letter is larger than what it gives"
    GIVES_ANOTHER = "answers with another letter than was asked for"
    INVENTS = "finds letters that are not there"
    FORGETS = "says that it marked and threw away, and does not"


@dataclass
class Kept:
    """One letter in the folder."""

    uid: int
    raw: bytes
    flags: set[str] = field(default_factory=set)


@dataclass
class MailboxServer:
    """One folder of one person."""

    mood: Mood = Mood.WELL
    name: str = "driehoek"
    password: str = "een geheim"
    kept: list[Kept] = field(default_factory=list)
    port: int = 0
    claims: int = 0  # bytes that it says each letter has; 0: the truth

    @property
    def url(self) -> str:
        return f"imap://{self.name}:{self.password.replace(' ', '%20')}@127.0.0.1:{self.port}/INBOX"

    def put(self, raw: bytes) -> Kept:
        letter = Kept(uid=len(self.kept) + 101, raw=raw)
        self.kept.append(letter)
        return letter

    def waiting(self) -> list[Kept]:
        return [one for one in self.kept if not one.flags & {"\\Seen", "\\Deleted"}]


class Guest(socketserver.StreamRequestHandler):
    """One connection. Understands what a mail program needs to take letters out, and nothing else."""

    box: MailboxServer

    def handle(self) -> None:
        self.say("* OK ours")
        while line := self.rfile.readline():
            tag, _space, rest = line.decode().strip().partition(" ")
            word, _space, arguments = rest.partition(" ")
            if word.upper() == "UID":
                word, _space, arguments = arguments.partition(" ")
            answer = getattr(self, f"on_{word.lower()}", None)
            end = answer(arguments) if answer else "BAD what"
            if end is None:
                return
            self.say(f"{tag} {end} so it is")  # RFC 3501 wants words after OK
            if word.upper() == "LOGOUT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def on_capability(self, _arguments: str) -> str:
        self.say("* CAPABILITY IMAP4rev1")
        return "OK"

    def on_login(self, arguments: str) -> str:
        fits = arguments.replace('"', "") == f"{self.box.name} {self.box.password}"
        return "OK in" if fits and self.box.mood != Mood.REFUSES else "NO"

    def on_select(self, _arguments: str) -> str:
        self.say(f"* {len(self.box.kept)} EXISTS")
        return "OK [READ-WRITE]"

    def on_search(self, _arguments: str) -> str:
        keys = [str(one.uid) for one in self.box.waiting()]
        if self.box.mood == Mood.INVENTS:
            keys = ["7", *keys, "99999"]
        self.say(f"* SEARCH {' '.join(keys)}")
        return "OK"

    def on_fetch(self, arguments: str) -> str | None:
        uid, _space, what = arguments.partition(" ")
        found = next((one for one in self.box.kept if str(one.uid) == uid), None)
        if found is None:
            return "OK nothing"
        if self.box.mood == Mood.GIVES_ANOTHER:
            found = Kept(found.uid + 1, b"From: x@y.example\r\n\r\nEen ander\r\n")
        if "SIZE" in what:
            twice = 4 if self.box.mood == Mood.GIVES_HALF else 1
            self.say(f"* 1 FETCH (UID {found.uid} RFC822.SIZE {self.box.claims or twice * len(found.raw)})")
            return "OK"
        return self.give(found, found.raw.partition(b"\r\n\r\n")[0] if "HEADER" in what else found.raw)

    def give(self, found: Kept, raw: bytes) -> str | None:
        self.wfile.write(b"* 1 FETCH (UID %d BODY[] {%d}\r\n" % (found.uid, len(raw)))
        if self.box.mood == Mood.DROPS_IN_LETTER:
            self.wfile.write(raw[: len(raw) // 2])
            return None
        self.wfile.write(raw + b")\r\n")
        return None if self.box.mood == Mood.DROPS_AFTER_LETTER else "OK"

    def on_store(self, arguments: str) -> str:
        uid = arguments.partition(" ")[0]
        if self.box.mood != Mood.FORGETS:
            for one in self.box.kept:
                one.flags |= set(re.findall(r"\\\w+", arguments)) if str(one.uid) == uid else set()
        return "OK"

    def on_expunge(self, _arguments: str) -> str:
        if self.box.mood != Mood.FORGETS:
            self.box.kept[:] = [one for one in self.box.kept if "\\Deleted" not in one.flags]
        return "OK"

    def on_logout(self, _arguments: str) -> str:
        self.say("* BYE")
        return "OK"


@contextmanager
def mailbox_server() -> Iterator[MailboxServer]:
    """Running, on a port that the system chooses."""
    box = MailboxServer()
    guest = type("Guest", (Guest,), {"box": box})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), guest) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join(10)
