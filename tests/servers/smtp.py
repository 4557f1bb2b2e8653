"""A real mail server on a free port, which keeps what it gets and misbehaves when told to."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import Enum
from ssl import SSLContext
from threading import Thread

from aiosmtpd.smtp import SMTP, Envelope, Session


class Mood(Enum):
    """How the server takes the next messages."""

    WELL = "takes it"
    BUSY = "421: closing, come back later"
    GREYLISTS = "450: not now, the same message later is fine"
    REFUSES = "550: never"
    KNOWS_NOBODY = "550: no such receiver, said before the message"
    DROPS = "hangs up when it has the message, and keeps nothing"
    DIES = "hangs up in the middle of the message"
    DROPS_AFTER = "keeps the message but hangs up before it says so (RFC 1047)"


ANSWERS = {
    Mood.WELL: "250 OK",
    Mood.BUSY: "421 4.3.2 Closing",
    Mood.GREYLISTS: "450 4.2.0 Greylisted",
    Mood.REFUSES: "550 5.7.1 No",
}


@dataclass
class Postman:
    """Takes mail. `mood` and `delay` (seconds before each answer) may be changed at any time."""

    mood: Mood = Mood.WELL
    delay: float = 0.0
    pipelines: bool = True  # takes several commands in one breath
    raw: list[bytes] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    sealed: list[bool] = field(default_factory=list)  # whether nobody on the way could read it
    host: str = "127.0.0.1"
    port: int = 0

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for raw in self.raw]

    @property
    def url(self) -> str:
        """For DRIEHOEK_EMAIL_URL."""
        return f"smtp://{self.host}:{self.port}"

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, host: str, answers: list[str]
    ) -> list[str]:
        session.host_name = host
        return answers[:-1] + ["250-PIPELINING"] * self.pipelines + answers[-1:]

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        if self.mood == Mood.KNOWS_NOBODY:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await asyncio.sleep(self.delay)
        if self.mood in (Mood.WELL, Mood.DROPS_AFTER):
            self.raw.append(bytes(envelope.content or b""))
            self.recipients.append(list(envelope.rcpt_tos))
            self.sealed.append(session.ssl is not None)
        if self.mood in (Mood.DROPS, Mood.DROPS_AFTER):
            server.transport.abort()
        return ANSWERS.get(self.mood, "250 OK")


class _Line(SMTP):
    """One line to one sender."""

    async def smtp_DATA(self, arg: str | None) -> None:
        if self.event_handler.mood != Mood.DIES:
            return await super().smtp_DATA(arg)
        await self.push("354 go on")
        await self._reader.read(10)
        self.transport.abort()


@contextmanager
def post_office(tls: SSLContext | None = None) -> Iterator[Postman]:
    """A running server on a port that the system chooses, so that several may run at once. With a context
    for TLS it takes no mail before STARTTLS."""
    postman, loop = Postman(), asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)  # ours may have a loop already: the browser's
    thread.start()
    sealing = {"tls_context": tls, "require_starttls": tls is not None}
    opening = loop.create_server(lambda: _Line(postman, loop=loop, **sealing), postman.host, 0)
    server = asyncio.run_coroutine_threadsafe(opening, loop).result(10)
    postman.port = server.sockets[0].getsockname()[1]
    try:
        yield postman
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(lambda: [line.cancel() for line in asyncio.all_tasks(loop)])
        loop.call_soon_threadsafe(loop.call_soon, loop.stop)
        thread.join(10)
        loop.close()
