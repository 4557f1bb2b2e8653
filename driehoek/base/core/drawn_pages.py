"""Words and pictures drawn on a page of paper, in every script of the portal."""

import io
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parents[1] / "shell" / "static" / "shell" / "fonts"
WIDTH, HEIGHT, MARGIN = 1240, 1754, 110  # A4 at 150 dots an inch
INK, GREY, PAPER = "#14211d", "#4d5d57", "#ffffff"
LATIN = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
SCRIPTS = {  # by the first word of the name of a letter
    "CYRILLIC": "noto-sans-cyrillic-wght-normal.woff2",
    "ARABIC": "noto-sans-arabic-arabic-wght-normal.woff2",
}
MORE_LATIN = "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"
TURNED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
QUALITY = 82


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    made = ImageFont.truetype(str(FONTS / name), size)
    made.set_variation_by_axes([weight])
    return made


@lru_cache(maxsize=4096)
def font_name(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script in SCRIPTS:
        return SCRIPTS[script]
    return LATIN if ord(letter) < 0x100 or not letter.isalpha() else MORE_LATIN


class Page:
    """One sheet, filled from the top down."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.top = MARGIN

    def write(self, words: str, size: int, *, weight: int = 400, colour: str = INK, most: int = 40) -> None:
        """As many lines as it takes; what does not fit on the sheet is left out."""
        for line in list(_lines(words, size, weight))[:most]:
            if self.top + size * 1.4 > HEIGHT - MARGIN:
                return
            self._line(line, size, weight, colour)
            self.top += round(size * 1.4)

    def space(self, height: int) -> None:
        self.top += height

    def show(self, path: Path, most: int) -> None:
        """A picture, as large as it may be."""
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail((WIDTH - 2 * MARGIN, min(most, max(1, HEIGHT - MARGIN - self.top))))
        self.image.paste(picture, ((WIDTH - picture.width) // 2, self.top))
        self.top += picture.height

    def jpeg(self) -> bytes:
        out = io.BytesIO()
        self.image.save(out, "JPEG", quality=QUALITY)
        return out.getvalue()

    def _line(self, words: list[str], size: int, weight: int, colour: str) -> None:
        backwards = runs_backwards(" ".join(words))
        at = float(WIDTH - MARGIN) if backwards else float(MARGIN)
        for word in words:
            wide = _width(word, size, weight)
            begin = at - wide if backwards else at
            for piece, name in as_seen(word):
                used = font(name, size, weight)
                self.pen.text((begin, self.top + size), piece, font=used, fill=colour, anchor="ls")
                begin += used.getlength(piece)
            step = wide + _width(" ", size, weight)
            at = at - step if backwards else at + step


def runs_backwards(words: str) -> bool:
    """Whether its first letter with a direction runs from right to left."""
    strong = (unicodedata.bidirectional(letter) for letter in words)
    return next((one for one in strong if one in ("L", "R", "AL")), "L") != "L"


def as_seen(word: str) -> list[tuple[str, str]]:
    """Its pieces from left to right; signs beside one that runs backwards stand turned on its other side."""
    pieces = list(_pieces(word))
    if not runs_backwards(word):
        return pieces
    return [
        (piece if any(map(str.isalnum, piece)) else piece[::-1].translate(TURNED), name)
        for piece, name in reversed(pieces)
    ]


def _lines(words: str, size: int, weight: int) -> Iterator[list[str]]:
    room = WIDTH - 2 * MARGIN
    for paragraph in words.splitlines():
        line: list[str] = []
        for word in paragraph.split():
            if line and _width(" ".join([*line, word]), size, weight) > room:
                yield line
                line = []
            line.append(word)
        yield line


def _width(words: str, size: int, weight: int) -> float:
    return sum(font(name, size, weight).getlength(piece) for piece, name in _pieces(words))


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """Of each script a piece, with its font."""
    for name, letters in groupby(words, font_name):
        yield "".join(letters), name
