"""A line through the rounds, from nothing to all. The table behind it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

FEWEST = 3  # two rounds are said in words
WIDTH, HEIGHT, MARGIN = 320, 96, 10  # of the drawing, in its own units


@dataclass(frozen=True)
class Chart:
    dots: list[tuple[float, float]]
    words: str  # what the line says, for who does not see it
    width, height = WIDTH, HEIGHT

    @property
    def points(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.dots)


def chart_of(percents: Sequence[int]) -> Chart | None:
    if len(percents) < FEWEST:
        return None
    step = (WIDTH - 2 * MARGIN) / (len(percents) - 1)
    room = HEIGHT - 2 * MARGIN
    dots = [
        (round(MARGIN + step * place, 1), round(HEIGHT - MARGIN - room * percent / 100, 1))
        for place, percent in enumerate(percents)
    ]
    said = _("{count} keer gevraagd: van {first} naar {last} procent.")
    return Chart(dots, said.format(count=len(percents), first=percents[0], last=percents[-1]))
