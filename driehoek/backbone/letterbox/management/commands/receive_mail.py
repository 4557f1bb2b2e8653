"""Takes replies from the mail server of the school, until it is stopped."""

import asyncio
import signal
from typing import Any  # the options of a command

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from driehoek.backbone.letterbox.listening import listen


class Command(BaseCommand):
    """Listens at DRIEHOEK_RECEIVE_AT; docs/guides/mail.md says how mail gets there."""

    help = "Takes replies by SMTP at DRIEHOEK_RECEIVE_AT."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.REPLY_ADDRESS:
            raise CommandError("DRIEHOEK_REPLY_ADDRESS is empty, so nobody can reply.")
        host, _colon, port = settings.RECEIVE_AT.rpartition(":")
        asyncio.run(self._run(host, int(port)))

    async def _run(self, host: str, port: int) -> None:
        stopped, loop = asyncio.Event(), asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(one, stopped.set)
        server = await listen(host, port)
        number = server.sockets[0].getsockname()[1]
        self.stdout.write(f"listening at {host}:{number}")
        self.stdout.flush()
        async with server:
            await stopped.wait()
