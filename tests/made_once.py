"""The same photo or recording, brought by another test, comes out of its child the same: it is made once.

Whoever tests the child itself, or what happens when it breaks, asks for `made_each_time`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pytest

from driehoek.base.core import recordings, uploads
from driehoek.base.core.confined import Limits
from driehoek.base.core.uploads import Disc

KEPT = 100  # answers of a child; one that refuses or breaks gives none
ask_child, run = uploads.ask_child, recordings.run
ran: dict[object, tuple[bytes, bytes | None]] = {}


@lru_cache(KEPT)
def made(data: bytes, sizes: tuple[int, ...], covers: tuple[Disc, ...]) -> bytes:
    return ask_child(data, sizes, covers)


def ask_once(data: bytes, sizes: Sequence[int], covers: Sequence[Disc]) -> bytes:
    return made(data, tuple(sizes), tuple(covers))


def run_once(command: Sequence[str], limits: Limits, *, beat: Callable[[], None]) -> bytes:
    """ffmpeg and ffprobe read the file behind -i, and answer, or write the last one that is named."""
    source, target = command[command.index("-i") + 1], Path(command[-1])
    bare = tuple(part for part in command if part not in (source, str(target)))
    key = sha256(Path(source).read_bytes()).digest(), bare, limits
    if key not in ran:
        answer = run(command, limits, beat=beat)
        ran[key] = answer, target.read_bytes() if target.is_file() else None
    answer, written = ran[key]
    if written is not None:
        target.write_bytes(written)
    return answer


@pytest.fixture(scope="session", autouse=True)
def made_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uploads, "ask_child", ask_once)
        patch.setattr(recordings, "run", run_once)
        yield


@pytest.fixture
def made_each_time(made_once: None) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uploads, "ask_child", ask_child)
        patch.setattr(recordings, "run", run)
        yield
