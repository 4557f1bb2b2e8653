"""Very many browsers that ask for a page at the same moment, and come back when they are told to."""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

ASKED = "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\nAccept-Language: nl\r\n\r\n"
RETRY = re.compile(rb"^retry-after: *(\d+)\r$", re.I | re.M)
PATIENCE = 60  # seconds for one answer


@dataclass
class Crowd:
    """`pace` is how many seconds of theirs go into one of ours."""

    port: int
    path: str
    pace: float = 1.0
    served: int = 0
    turned_away: int = 0
    other: list[bytes] = field(default_factory=list)  # anything but a page or "come back then"
    waits: list[int] = field(default_factory=list)
    words: bytes = b""

    def rush(self, people: int) -> float:
        """Until every one of them has a page; gives the seconds that it took."""
        began = time.monotonic()
        with ThreadPoolExecutor(1) as beside:  # a browser that is driven keeps a loop in our own thread
            beside.submit(asyncio.run, self._all(people)).result()
        return time.monotonic() - began

    async def _all(self, people: int) -> None:
        await asyncio.gather(*(self._one() for _person in range(people)))

    async def _one(self) -> None:
        """Comes back as often as it is asked to."""
        while True:
            try:
                said = await asyncio.wait_for(self._asked(), PATIENCE)
            except (OSError, TimeoutError) as broken:
                self.other.append(repr(broken).encode())
                return
            status, found = said.split(b" ", 2)[1:2], RETRY.search(said.partition(b"\r\n\r\n")[0] + b"\r")
            if status == [b"503"] and found:
                self.turned_away, self.words = self.turned_away + 1, said
                self.waits.append(int(found[1]))
                await asyncio.sleep(int(found[1]) / self.pace)
                continue
            self.served += status == [b"200"]
            self.other += [said[:200]] if status != [b"200"] else []
            return

    async def _asked(self) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(ASKED.format(path=self.path, port=self.port).encode())
            return await reader.read()
        finally:
            writer.close()
