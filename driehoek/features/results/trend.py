"""A line through the marks of one subject."""

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from driehoek.base.shell.trend import FEWEST, Trend, line_through
from driehoek.features.results.models import Result
from driehoek.features.results.models.result import number


def trend_of(results: list[Result]) -> Trend | None:
    """Of results with the latest first; None where a line says nothing. Only of marks on the same scale: a
    line from 7 of 10 to 45 of 50 would lie."""
    marks = [one for one in reversed(results) if one.score is not None and one.scored_on]
    scales = {(one.item.least, one.item.most) for one in marks}
    if len(marks) < FEWEST or len(scales) > 1:
        return None
    least, most = _scale(marks)
    scores = [one.score for one in marks if one.score is not None]
    parts = [float((score - least) / (most - least)) for score in scores]
    return Trend(line_through(parts), number(least), number(most), _in_words(marks))


def _scale(marks: list[Result]) -> tuple[Decimal, Decimal]:
    """What the source says, or else Dutch marks, or else what there is."""
    scores = [one.score for one in marks if one.score is not None]
    low, high = marks[0].item.least, marks[0].item.most
    usual = min(scores) >= 1 and max(scores) <= 10
    least = low if low is not None else Decimal(1) if usual else min(scores)
    most = high if high is not None else Decimal(10) if usual else max(scores)
    return least, most if most > least else least + 1


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
