"""Pictures from anyone made safe: re-encoded from their pixels in a child process that can do no harm."""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORKER = Path(__file__).with_name("image_worker.py")
SIZES = (1600, 800, 400)  # pixels on the long side
MOST_BYTES = 25 * 1024 * 1024
PATIENCE = 30  # seconds on the clock; the child itself stops after ten of processor time
PLACES = threading.BoundedSemaphore(2)  # children at once, so that a burst of photos leaves the pages quick


@dataclass(frozen=True)
class CleanImage:
    """What the child made: WebP files by their long side, and how large and of what colour the largest is."""

    width: int
    height: int
    colour: str
    files: dict[int, bytes]


@dataclass(frozen=True)
class Disc:
    """A place to cover, in fractions: x of the width, y of the height, radius of the long side."""

    x: float
    y: float
    radius: float


class ImageRefused(Exception):
    """This file is not taken. `sentence` says why, in words a teacher understands."""

    sentence: Promise = _("Deze foto lukt niet. Kies een andere foto.")


class EmptyImage(ImageRefused):
    sentence = _("Dit bestand is leeg. Kies een andere foto.")


class ImageTooLarge(ImageRefused):
    """Too many bytes, too many pixels, or more memory or work than one photo should take."""

    sentence = _("Deze foto is te groot. Maak hem kleiner of kies een andere.")


class ImageTookTooLong(ImageRefused):
    """This computer is too busy: nothing is wrong with the photo."""

    sentence = _("Het duurt nu te lang. Wacht even en kies deze foto nog een keer.")


class NotAnImage(ImageRefused):
    sentence = _("Dit bestand is geen foto. Kies een foto van je telefoon of camera.")


class BrokenImage(ImageRefused):
    sentence = _("Deze foto is stuk of niet helemaal aangekomen. Kies hem nog een keer.")


REASONS = {"not_a_picture": NotAnImage, "too_large": ImageTooLarge, "broken": BrokenImage}


def clean_image(
    source: BinaryIO | Path, sizes: Sequence[int] = SIZES, covers: Sequence[Disc] = ()
) -> CleanImage:
    """The picture without anything but its pixels: no place, no name, no camera, no second frame.

    Raises a kind of ImageRefused for all but a JPEG, PNG, WebP or HEIC of at most 25 MB and 50 megapixels.
    """
    data = first_bytes(source)
    if not data:
        raise EmptyImage
    if len(data) > MOST_BYTES:
        raise ImageTooLarge
    return read_answer(ask_child(data, sizes, covers), sizes)


def first_bytes(source: BinaryIO | Path) -> bytes:
    """Everything, or one byte too many when there is too much: never more than that in memory."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    return source.read(MOST_BYTES + 1)


def ask_child(data: bytes, sizes: Sequence[int], covers: Sequence[Disc]) -> bytes:
    """What the child says. One stopped by its limits took too much, one that broke had a broken picture, and
    one that did not come to its end in time got too little of this computer."""
    orders = {"sizes": list(sizes), "covers": [(disc.x, disc.y, disc.radius) for disc in covers]}
    command = [sys.executable, "-I", str(WORKER), json.dumps(orders)]
    try:
        with PLACES:
            child = subprocess.run(
                command,
                input=data,
                capture_output=True,
                timeout=PATIENCE,
                env={"MALLOC_ARENA_MAX": "1"},
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise ImageTookTooLong from None
    if child.returncode < 0:
        raise ImageTooLarge
    if child.returncode:
        raise BrokenImage
    return child.stdout


def read_answer(answer: bytes, sizes: Sequence[int]) -> CleanImage:
    line, _newline, rest = answer.partition(b"\n")
    said = json.loads(line)
    if "refused" in said:
        raise REASONS[said["refused"]]
    files, start = {}, 0
    for size, length in zip(sizes, said["lengths"], strict=True):
        files[size] = rest[start : start + length]
        start += length
    return CleanImage(said["width"], said["height"], said["colour"], files)
