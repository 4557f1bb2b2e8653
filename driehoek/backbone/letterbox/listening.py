"""A mail server of our own that takes replies and nothing else (RFC 5321), behind that of the school."""

import asyncio
from typing import Any  # options that aiosmtpd hands over

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import DatabaseError, close_old_connections

from driehoek.backbone.letterbox.door import LARGEST, receive, takes
from driehoek.base.core import clock

UNKNOWN = "550 5.1.1 Nobody here"
LATER = "451 4.3.0 Come back later"
KEPT = "250 2.6.0 Kept"
MOST = 20  # receivers of one letter


class Clerk:
    """Answers the other server. It says "kept" when it is kept, and not before."""

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]
    ) -> str:
        if len(envelope.rcpt_tos) >= MOST:
            return "452 4.5.3 Too many"
        try:
            is_ours = await asyncio.to_thread(_in_a_thread, takes, address)
        except DatabaseError:
            return LATER
        if is_ours:
            envelope.rcpt_tos.append(address)
        return "250 2.1.5 Fine" if is_ours else UNKNOWN

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        raw = envelope.content if isinstance(envelope.content, bytes) else b""
        sender = (envelope.mail_from or "").strip("<>")
        back = f"Return-Path: <{sender}>\r\n"  # RFC 5321 4.4: who is last writes it on top
        try:
            await asyncio.to_thread(_in_a_thread, _keep, back.encode() + raw, list(envelope.rcpt_tos))
        except DatabaseError:
            return LATER
        return KEPT


def _keep(raw: bytes, addresses: list[str]) -> int:
    return receive(raw, addresses, at=clock.now())


def _in_a_thread(ask: Any, *arguments: Any) -> Any:
    """Django keeps a connection for each thread; one that broke is not used again."""
    close_old_connections()
    try:
        return ask(*arguments)
    finally:
        close_old_connections()


def session() -> SMTP:
    """What talks to one other server. Too large a letter is refused before it is sent."""
    return SMTP(Clerk(), data_size_limit=LARGEST, enable_SMTPUTF8=True, ident="Driehoek")


async def listen(host: str, port: int) -> asyncio.Server:
    return await asyncio.get_running_loop().create_server(session, host, port)
