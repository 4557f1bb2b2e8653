"""A PDF of drawn pages, written page by page: it takes the memory of one, however many there are."""

from pathlib import Path
from types import TracebackType
from typing import Self

A4 = (595, 842)  # points
HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"  # the second line says that there is more in it than letters
FIRST_PAGE = 3  # object 1 is the catalogue, 2 the list of pages; each page is three objects


class Pdf:
    """with Pdf(path, title) as book: book.add(jpeg, 1240, 1754)"""

    def __init__(self, path: Path, title: str) -> None:
        self.path, self.title = path, title
        self._starts: dict[int, int] = {}
        self._pages = 0

    def __enter__(self) -> Self:
        self._file = self.path.open("wb")
        self._file.write(HEAD)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end()
        self._file.close()

    def add(self, jpeg: bytes, width: int, height: int) -> None:
        """One page with this picture on all of it."""
        key = FIRST_PAGE + 3 * self._pages
        self._pages += 1
        shown = b"/Resources<</XObject<</I %d 0 R>>>>" % (key + 2)
        drawn = b"q %d 0 0 %d 0 0 cm /I Do Q" % A4
        box = b"/Parent 2 0 R/MediaBox[0 0 %d %d]" % A4
        self._object(key, b"<</Type/Page%b/Contents %d 0 R%b>>" % (box, key + 1, shown))
        self._object(key + 1, _stream(b"", drawn))
        look = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (width, height)
        self._object(
            key + 2, _stream(look + b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", jpeg)
        )

    def _object(self, key: int, body: bytes) -> None:
        self._starts[key] = self._file.tell()
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (key, body))

    def _end(self) -> None:
        kids = b" ".join(b"%d 0 R" % (FIRST_PAGE + 3 * page) for page in range(self._pages))
        self._object(1, b"<</Type/Catalog/Pages 2 0 R/ViewerPreferences<</DisplayDocTitle true>>>>")
        self._object(2, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, self._pages))
        about = FIRST_PAGE + 3 * self._pages
        title = ("\ufeff" + self.title).encode("utf-16-be").hex().encode()
        self._object(about, b"<</Title<%b>/Producer(Driehoek)>>" % title)
        place = self._file.tell()
        rows = b"".join(b"%010d 00000 n \n" % self._starts[key] for key in range(1, about + 1))
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (about + 1, rows))
        self._file.write(b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\n" % (about + 1, about))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % place)


def _stream(about: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (about, len(data), data)
