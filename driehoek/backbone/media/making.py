"""From an upload to an attachment that is safe: by what it is, never by what it is called."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.refusing import EMPTY, INFECTED, SCANNER_SILENT, TOO_LARGE, AttachmentRefused
from driehoek.backbone.media.scanning import ScannerSilent, is_clean
from driehoek.base.core import recordings
from driehoek.base.core.documents.recognising import MOST_BYTES as MOST_DOCUMENT
from driehoek.base.core.documents.recognising import clean_document
from driehoek.base.core.documents.refusals import DocumentRefused
from driehoek.base.core.recordings import RecordingRefused
from driehoek.base.core.uploads import MOST_BYTES as MOST_PICTURE
from driehoek.base.core.uploads import CleanImage, ImageRefused, clean_image

SIDES = (1600, 800)  # pixels on the long side: to look at, and small in a list
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
REFUSALS = (ImageRefused, RecordingRefused, DocumentRefused)


@dataclass(frozen=True)
class Made:
    """What an upload turned out to be."""

    kind: str
    ending: str
    seconds: float | None = None
    width: int = 0
    height: int = 0
    is_ready: bool = True
    container: str = ""  # of what still has to be made
    has_pictures: bool = False  # a file with photos in it, which nobody checked


def make(token: str, size: int) -> Made:
    """Turn the raw file of this token into what may be shown. Raises AttachmentRefused and leaves nothing."""
    raw = files.path(token, files.RAW)
    try:
        _look_through(raw, size)
        made = _make(token, raw, size)
    except REFUSALS as refused:
        files.remove(token)
        raise AttachmentRefused(refused.sentence) from None
    except BaseException:
        files.remove(token)
        raise
    if made.is_ready:
        files.remove(token, files.RAW)
    return made


def _look_through(raw: Path, size: int) -> None:
    if not size:
        raise AttachmentRefused(EMPTY)
    try:
        if not is_clean(raw):
            raise AttachmentRefused(INFECTED)
    except ScannerSilent:
        raise AttachmentRefused(SCANNER_SILENT) from None


def _make(token: str, raw: Path, size: int) -> Made:
    with raw.open("rb") as file:
        head = file.read(64)
    if is_picture(head):
        return _picture(token, raw)
    if container := recordings.container_of(head):
        return _recording(token, raw, size, container)
    if size > MOST_DOCUMENT:
        raise AttachmentRefused(TOO_LARGE)
    document = clean_document(raw.read_bytes())
    files.write(token, document.ending, document.data)
    return Made("file", document.ending, has_pictures=document.has_pictures)


def is_picture(head: bytes) -> bool:
    heif = head[4:8] == b"ftyp" and head[8:12] in HEIF
    return head.startswith(PICTURES) or heif or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _picture(token: str, raw: Path) -> Made:
    if raw.stat().st_size > MOST_PICTURE:
        raise AttachmentRefused(TOO_LARGE)
    made = clean_image(raw, SIDES)
    files.write(token, "webp", made.files[SIDES[0]])
    files.write(token, files.SMALL, made.files[SIDES[1]])
    return Made("picture", "webp", width=made.width, height=made.height)


def _recording(token: str, raw: Path, size: int, container: str) -> Made:
    found = recordings.look(raw, container)
    if found.is_film:
        return _film(token, raw, found)
    if size > recordings.MOST_VOICE:
        raise recordings.RecordingTooLarge
    if (found.seconds or 0) > recordings.LONGEST_VOICE + recordings.GRACE:
        raise recordings.VoiceTooLong
    seconds = recordings.make_voice(raw, container, files.path(token, "m4a"))
    return Made("voice", "m4a", seconds=seconds)


def _film(token: str, raw: Path, found: recordings.Recording) -> Made:
    """Its picture now, so that it has a face at once; the film itself is made by the worker."""
    if (found.seconds or 0) > recordings.LONGEST_FILM + recordings.GRACE:
        raise recordings.FilmTooLong
    poster = _poster(token, raw, found)
    return Made(
        "film", "mp4", found.seconds, poster.width, poster.height, is_ready=False, container=found.container
    )


def _poster(token: str, raw: Path, found: recordings.Recording) -> CleanImage:
    still = files.path(token, "still")
    try:
        files.write(token, "still", recordings.still(raw, found))
        poster = clean_image(still, SIDES)
    finally:
        with suppress(FileNotFoundError):
            still.unlink()
    files.write(token, "webp", poster.files[SIDES[0]])
    files.write(token, files.SMALL, poster.files[SIDES[1]])
    return poster
