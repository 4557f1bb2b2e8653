"""The few words around what was sought, with what was sought marked."""

import re
from typing import NamedTuple

from driehoek.backbone.index.words import MARKS, folded

AROUND = 60  # characters on either side
TOKEN = re.compile(rf"[\w{MARKS}]+|[^\w{MARKS}]+")


class Piece(NamedTuple):
    """A piece of text; marked when it is what was looked for."""

    words: str
    is_sought: bool


def snippet(text: str, stems: list[str], *, whole: bool = False) -> list[Piece]:
    """The text in pieces: all of it, or the part around the first word that fits."""
    tokens = TOKEN.findall(text)
    fits = [any(stem in folded(token) for stem in stems) for token in tokens]
    if whole:
        return _joined(tokens, fits)
    first = fits.index(True) if True in fits else 0
    start, end = _reach(tokens, first, -1), _reach(tokens, first, 1)
    pieces = _joined(tokens[start : end + 1], fits[start : end + 1])
    before, after = ["… "] * (start > 0), [" …"] * (end < len(tokens) - 1)
    return [Piece(dots, False) for dots in before] + pieces + [Piece(dots, False) for dots in after]


def _reach(tokens: list[str], first: int, step: int) -> int:
    """How far one may read from there in that direction: an index of a token."""
    at, room = first, AROUND
    while 0 <= at + step < len(tokens) and room > 0:
        at += step
        room -= len(tokens[at])
    return at


def _joined(tokens: list[str], fits: list[bool]) -> list[Piece]:
    pieces: list[Piece] = []
    for token, fit in zip(tokens, fits, strict=True):
        if pieces and pieces[-1].is_sought == fit:
            pieces[-1] = Piece(pieces[-1].words + token, fit)
        else:
            pieces.append(Piece(token, fit))
    return pieces
