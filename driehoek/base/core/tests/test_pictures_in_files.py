"""Photos in office files and in a PDF: what they show stays, where they were taken goes."""

import io
import zipfile
import zlib

import pytest
from PIL import Image, PngImagePlugin

from driehoek.base.core.documents.pictures import without_place
from driehoek.base.core.documents.recognising import clean_document
from driehoek.base.core.documents.refusals import PicturedDocument
from driehoek.base.core.tests.test_documents import WORD, WRITER, pack, pdf

PLACE = b"qxplaatsabcd"


def photo(kind: str = "JPEG") -> bytes:
    """With a place, as a telephone writes it: in EXIF, and in a remark."""
    picture, made = Image.linear_gradient("L").convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    said = PngImagePlugin.PngInfo()
    said.add_text("Location", PLACE.decode())
    more: dict[str, object] = {"pnginfo": said} if kind == "PNG" else {}
    if kind == "JPEG":
        more["comment"] = PLACE
    picture.save(made, kind, exif=exif, **more)
    return made.getvalue()


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_pixels_and_loses_its_place(kind: str) -> None:
    before = photo(kind)
    after = without_place(before)
    assert PLACE in before and PLACE not in after and pixels(before) == pixels(after)
    assert without_place(after) == after


@pytest.mark.parametrize(("parts", "name"), [(WORD, "word/media/image1.jpeg"), (WRITER, "Pictures/1")])
def test_a_photo_in_a_letter_loses_its_place(parts: dict[str, bytes], name: str) -> None:
    before = photo()
    clean = clean_document(pack(parts | {name: before}))
    kept = zipfile.ZipFile(io.BytesIO(clean.data)).read(name)
    assert PLACE not in kept and pixels(before) == pixels(kept)
    assert clean.has_pictures and not clean_document(pack(parts)).has_pictures


def drawn(stream: bytes, filters: bytes = b"/DCTDecode") -> bytes:
    head = b"<</Subtype/Image/Filter %s/Length %d>>\nstream\n" % (filters, len(stream))
    return head + stream + b"\nendstream"


def test_a_photo_in_a_pdf_loses_its_place_and_no_byte_moves() -> None:
    before = photo()
    data = pdf(drawn(before))
    clean = clean_document(data)
    start = data.index(before)
    assert PLACE in data and PLACE not in clean.data and len(clean.data) == len(data)
    assert pixels(clean.data[start : start + len(before)]) == pixels(before)
    assert clean.has_pictures and not clean_document(pdf()).has_pictures


def test_a_photo_that_is_packed_twice_is_refused_when_it_tells_its_place() -> None:
    packed = b"[/FlateDecode/DCTDecode]"
    with pytest.raises(PicturedDocument):
        clean_document(pdf(drawn(zlib.compress(photo()), packed)))
    assert clean_document(pdf(drawn(zlib.compress(without_place(photo())), packed))).has_pictures


@pytest.mark.parametrize("head", [b"II*\0", b"MM\0*", b"\0\0\0\x18ftypheic"])
def test_a_kind_of_picture_that_we_cannot_clean_is_refused(head: bytes) -> None:
    with pytest.raises(PicturedDocument):
        clean_document(pack(WORD | {"word/media/image1": head + bytes(40)}))


@pytest.mark.parametrize("cut", [3, 5, 21, 40, 200])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_breaks_nothing(kind: str, cut: int) -> None:
    assert isinstance(without_place(photo(kind)[:cut]), bytes)
