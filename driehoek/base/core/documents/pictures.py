"""Pictures inside files: a telephone writes in them where and when they were taken. That is taken out.

Known by their content, as everything here. What a picture shows stays; what is said about it goes.
"""

import re
from collections.abc import Iterator

from driehoek.base.core.documents.refusals import PicturedDocument

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
OTHERS = (b"GIF8", b"BM")  # hold no place
UNREAD = (b"II*\0", b"MM\0*")  # TIFF, which we cannot clean
CHUNKS_TOLD = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
COMMENT, APP1, APP13, SCAN = 0xFE, 0xE1, 0xED, 0xDA
TOLD = {COMMENT, APP1, APP13}  # remarks; EXIF and XMP; IPTC
ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length
CHUNK = 12  # bytes of a PNG chunk beside what it holds


def is_picture(part: bytes) -> bool:
    return part.startswith((JPEG, PNG, *OTHERS)) or _is_webp(part)


def without_place(part: bytes) -> bytes:
    """The same picture; what is none stays as it is. Raises PicturedDocument for a kind we cannot clean."""
    if part.startswith(UNREAD) or re.match(rb"....ftyp(?:hei|hev|mif|msf|avif)", part, re.S):
        raise PicturedDocument
    if part.startswith(JPEG):
        return _cut(part, list(told_in_jpeg(part)))
    if part.startswith(PNG):
        return _cut(part, list(_told_in_png(part)))
    return _cut(part, list(_told_in_webp(part))) if _is_webp(part) else part


def blanked(jpeg: bytes) -> bytes:
    """As long as it was: where it is told, stands a remark of spaces."""
    made = bytearray(jpeg)
    for start, end in told_in_jpeg(jpeg):
        made[start + 1] = COMMENT
        made[start + 4 : end] = b" " * (end - start - 4)
    return bytes(made)


def told_in_jpeg(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each segment stands that says something about the picture: its marker, and where it ends."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in ALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == SCAN or end > len(data):
            return
        if marker in TOLD:
            yield at, end
        at = end


def _told_in_png(data: bytes) -> Iterator[tuple[int, int]]:
    at = len(PNG)
    while at + CHUNK <= len(data):
        end = at + CHUNK + int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] in CHUNKS_TOLD:
            yield at, min(end, len(data))
        at = end


def _told_in_webp(data: bytes) -> Iterator[tuple[int, int]]:
    """Renamed chunks would do as well; a reader passes over what it does not find."""
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if data[at : at + 4] in (b"EXIF", b"XMP "):
            yield at, min(end, len(data))
        at = end


def _is_webp(part: bytes) -> bool:
    return part[:4] == b"RIFF" and part[8:12] == b"WEBP"


def _cut(part: bytes, places: list[tuple[int, int]]) -> bytes:
    kept, at = [], 0
    for start, end in places:
        kept.append(part[at:start])
        at = end
    whole = b"".join([*kept, part[at:]])
    return whole[:4] + (len(whole) - 8).to_bytes(4, "little") + whole[8:] if _is_webp(whole) else whole
