"""Where the pictures lie: under names nobody can guess, for the eyes of this program alone."""

import datetime as dt
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings

from driehoek.base.core.uploads import SIZES

FOLDER = "photos"
PATTERN = "[A-Za-z0-9_-]{22}"  # of a token


def new_token() -> str:
    """128 bits of chance, fit for a web address."""
    return secrets.token_urlsafe(16)


def relative_path(token: str, size: int) -> str:
    return f"{FOLDER}/{token[:2]}/{token}-{size}.webp"


def path(token: str, size: int) -> Path:
    return Path(settings.MEDIA_ROOT) / relative_path(token, size)


def write(token: str, files: Mapping[int, bytes]) -> None:
    """Never over a file that is there."""
    for size, data in files.items():
        target = path(token, size)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as file:
            file.write(data)


def remove(token: str) -> None:
    """All sizes; what is gone already is gone."""
    for size in SIZES:
        path(token, size).unlink(missing_ok=True)


def remove_orphans(known: Iterable[str], *, before: dt.datetime) -> int:
    """Files older than that moment which belong to no photo: left by a request that broke halfway."""
    tokens, removed = set(known), 0
    for file in (Path(settings.MEDIA_ROOT) / FOLDER).glob("*/*.webp"):
        if file.stem.rpartition("-")[0] not in tokens and file.stat().st_mtime < before.timestamp():
            file.unlink(missing_ok=True)
            removed += 1
    return removed
