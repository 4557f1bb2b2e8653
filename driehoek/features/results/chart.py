"""A line through the marks of one subject, as an image in the page. The table behind it says the same."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from driehoek.features.results.models import Result
from driehoek.features.results.models.result import number

FEWEST = 3  # fewer marks make no line
WIDTH, HEIGHT, MARGIN = 320, 96, 10  # of the drawing, in its own units


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Chart:
    """Only of marks on the same scale: a line from 7 of 10 to 45 of 50 would lie."""

    dots: list[Dot]
    least: str
    most: str
    words: str  # what the line says, for who does not see it

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)

    width, height = WIDTH, HEIGHT


def chart_of(results: list[Result]) -> Chart | None:
    """Of results with the latest first; None where a line says nothing."""
    marks = [one for one in reversed(results) if one.score is not None and one.scored_on]
    scales = {(one.item.least, one.item.most) for one in marks}
    if len(marks) < FEWEST or len(scales) > 1:
        return None
    least, most = _scale(marks)
    scores = [one.score for one in marks if one.score is not None]
    step = Decimal(WIDTH - 2 * MARGIN) / (len(scores) - 1)
    dots = [
        Dot(round(float(MARGIN + step * place), 1), _height(score, least, most))
        for place, score in enumerate(scores)
    ]
    return Chart(dots, number(least), number(most), _in_words(marks))


def _scale(marks: list[Result]) -> tuple[Decimal, Decimal]:
    """What the source says, or else Dutch marks, or else what there is."""
    scores = [one.score for one in marks if one.score is not None]
    low, high = marks[0].item.least, marks[0].item.most
    usual = min(scores) >= 1 and max(scores) <= 10
    least = low if low is not None else Decimal(1) if usual else min(scores)
    most = high if high is not None else Decimal(10) if usual else max(scores)
    return least, most if most > least else least + 1


def _height(score: Decimal, least: Decimal, most: Decimal) -> float:
    part = (score - least) / (most - least)
    return round(float(HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN)), 1)


def _in_words(marks: list[Result]) -> str:
    first, last = marks[0], marks[-1]
    said = _("{count} cijfers: van {first} op {begin} naar {last} op {end}.")
    return said.format(
        count=len(marks),
        first=first.value,
        begin=_day(first),
        last=last.value,
        end=_day(last),
    )


def _day(mark: Result) -> str:
    return date_format(mark.scored_on, "j F") if mark.scored_on else ""
