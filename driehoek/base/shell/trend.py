"""A line through some moments, as an image in the page. The table behind it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 3  # fewer make no line
WIDTH, HEIGHT, MARGIN = 320, 96, 10  # of the drawing, in its own units


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Trend:
    dots: list[Dot]
    least: str
    most: str
    words: str  # what the line says, for who does not see it

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)

    width, height = WIDTH, HEIGHT


def line_through(parts: Sequence[float]) -> list[Dot]:
    """Of at least two moments, the oldest first: each between 0 (the least) and 1 (the most)."""
    step, room = (WIDTH - 2 * MARGIN) / (len(parts) - 1), HEIGHT - 2 * MARGIN
    return [
        Dot(round(MARGIN + step * place, 1), round(HEIGHT - MARGIN - room * part, 1))
        for place, part in enumerate(parts)
    ]
