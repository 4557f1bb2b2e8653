"""A PDF without scripts, programs, hidden files or a password, and without the name of its maker.

We read names, not pages: objects that lie packed are unpacked (to a limit) and read as well. A maker's name
that is packed itself stays.
"""

import re
import zlib
from collections.abc import Iterator

from driehoek.base.core.documents.pictures import JPEG, blanked, told_in_jpeg
from driehoek.base.core.documents.refusals import (
    ActiveDocument,
    BrokenDocument,
    LockedDocument,
    PicturedDocument,
)

MOST_UNPACKED = 64 * 1024 * 1024  # bytes of all streams together
STREAM = re.compile(rb"(?<!end)stream\r?\n")
ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|AA)\b"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
FOREIGN = re.compile(rb"PK\x05\x06|<script\b|<html\b|<\?php|<svg\b", re.I)  # two kinds of file in one
INFO = re.compile(
    rb"/(?:Author|Creator|Producer|Title|Subject|Keywords|CreationDate|ModDate|Company|SourceModified)\s*"
    rb"(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)"
)
IMAGE = re.compile(rb"/Subtype\s*/Image\b")
HEAD = 400  # bytes before a stream in which it says what it is
XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.S)


def clean_pdf(data: bytes) -> tuple[bytes, bool]:
    """The same pages, and whether pictures stand in them. What says who made them when, and where a photo was
    taken, is blanked where it stands in plain sight."""
    if b"%%EOF" not in data[-1024:] or b"endobj" not in data:
        raise BrokenDocument
    outside = b"".join(_outside_streams(data))
    if FOREIGN.search(data[-65_600:]) or FOREIGN.search(data[:1024]):
        raise ActiveDocument
    if b"/Encrypt" in _plain(outside):
        raise LockedDocument
    objects = [_plain(outside), *(_plain(part) for part in _packed(data))]
    if any(ACTIVE.search(part) for part in objects):
        raise ActiveDocument
    has_pictures = any(IMAGE.search(part) for part in objects)
    return XMP.sub(_spaces, INFO.sub(_emptied, _without_places(data))), has_pictures


def _without_places(data: bytes) -> bytes:
    """Photos stand in a PDF as they came from the telephone. One that is packed again is not mended."""
    made = bytearray(data)
    for found in STREAM.finditer(data):
        start, end = found.end(), data.find(b"endstream", found.end())
        if end > 0 and data.startswith(JPEG, start):
            made[start:end] = blanked(data[start:end])
        elif b"/DCTDecode" in _plain(data[max(0, found.start() - HEAD) : found.start()]):
            _refuse_told(data[start:end])
    return bytes(made)


def _refuse_told(stream: bytes) -> None:
    try:
        jpeg = zlib.decompressobj().decompress(stream, MOST_UNPACKED)
    except zlib.error:
        return  # packed in another way, which no telephone does
    if any(told_in_jpeg(jpeg)):
        raise PicturedDocument


def _plain(part: bytes) -> bytes:
    """Names as they are meant: /J#61vaScript is /JavaScript."""
    return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)


def _outside_streams(data: bytes) -> Iterator[bytes]:
    start = 0
    for found in STREAM.finditer(data):
        if found.start() < start:
            continue
        yield data[start : found.start()]
        end = data.find(b"endstream", found.end())
        start = len(data) if end < 0 else end
    yield data[start:]


def _packed(data: bytes) -> Iterator[bytes]:
    """Objects that lie packed inside streams. Pages and pictures are packed too, and name nothing of this."""
    left = MOST_UNPACKED
    for found in STREAM.finditer(data):
        head = data[max(0, found.start() - HEAD) : found.start()]
        if b"/ObjStm" not in _plain(head):
            continue
        try:
            part = zlib.decompressobj().decompress(data[found.end() :], left)
        except zlib.error:
            raise BrokenDocument from None
        left -= len(part)
        if left <= 0:
            raise BrokenDocument
        yield part


def _spaces(found: "re.Match[bytes]") -> bytes:
    return b" " * len(found[0])


def _emptied(found: "re.Match[bytes]") -> bytes:
    """As long as it was, because a PDF counts its bytes."""
    whole, value = found[0], found[1]
    inside = b" " * (len(value) - 2)
    return whole[: -len(value)] + value[:1] + inside + value[-1:]
