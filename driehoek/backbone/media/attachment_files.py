"""Where attachments lie: under names nobody can guess, by the parts one attachment has."""

import datetime as dt
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

FOLDER = "attachments"
RAW = "raw"  # as it came, until it was made safe; served to nobody
SMALL = "small.webp"  # what a list shows of a picture, and a film until it plays
CHUNK = 64 * 1024


def relative_path(token: str, part: str) -> str:
    return f"{FOLDER}/{token[:2]}/{token}.{part}"


def path(token: str, part: str) -> Path:
    return Path(settings.MEDIA_ROOT) / relative_path(token, part)


def write(token: str, part: str, data: bytes) -> None:
    """Never over a file that is there."""
    with _new(path(token, part)) as file:
        file.write(data)


def receive(token: str, source: BinaryIO, *, most: int) -> tuple[int, str]:
    """Lay an upload down as it came; gives how many bytes it has, one too many when it has too many, and its
    digest."""
    size, digest = 0, sha256()
    with _new(path(token, RAW)) as file:
        while size <= most and (chunk := source.read(CHUNK)):
            size += len(chunk)
            digest.update(chunk)
            file.write(chunk)
    return size, digest.hexdigest()


def link(token: str, other: str) -> None:
    """The same bytes under another name; taking one away leaves the other."""
    for file in path(token, "").parent.glob(f"{token}.*"):
        target = path(other, file.name.partition(".")[2])
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        os.link(file, target)


def remove(token: str, part: str = "*") -> None:
    """One part, or all; what is gone already is gone."""
    for file in path(token, "").parent.glob(f"{token}.{part}"):
        file.unlink(missing_ok=True)


def remove_orphans(known: Iterable[str], *, before: dt.datetime) -> int:
    """Files older than that moment which belong to no attachment."""
    tokens, removed = set(known), 0
    for file in (Path(settings.MEDIA_ROOT) / FOLDER).glob("*/*"):
        if file.name.partition(".")[0] not in tokens and file.stat().st_mtime < before.timestamp():
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def _new(target: Path) -> BinaryIO:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    return os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb")
