"""A bar for each of the past weeks, as an image in the page. The table below it says the same."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEKS = 10  # that still read as bars on a telephone
FEWEST = 3  # weeks with something in them: fewer say nothing that the table does not
WIDTH, HEIGHT, GAP = 320, 96, 6  # of the drawing, in its own units
A_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Chart:
    bars: list[Bar]
    most: int
    first: str
    last: str
    words: str  # what it says, for who does not see it

    width, height = WIDTH, HEIGHT


def chart_of(mondays: Collection[dt.date], this_week: dt.date) -> Chart | None:
    """Of the weeks in which each absence began; none where bars say no more than words."""
    counted, weeks = Counter(mondays), [this_week - A_WEEK * ago for ago in range(WEEKS - 1, -1, -1)]
    counts = [counted[week] for week in weeks]
    if sum(count > 0 for count in counts) < FEWEST:
        return None
    most, step = max(counts), WIDTH // WEEKS
    bars = [
        Bar(place * step, HEIGHT - _height(count, most), step - GAP, _height(count, most))
        for place, count in enumerate(counts)
        if count
    ]
    return Chart(bars, most, _day(weeks[0]), _day(weeks[-1]), _in_words(sum(counts), most))


def _height(count: int, most: int) -> int:
    return round(count / most * (HEIGHT - 2))


def _in_words(total: int, most: int) -> str:
    said = _("In tien weken: {total}. Hoogstens {most} in een week.")
    return said.format(total=_times(total), most=_times(most))


def _times(count: int) -> str:
    return ngettext("{n} keer", "{n} keer", count).format(n=count)


def _day(week: dt.date) -> str:
    return date_format(week, _("j F"))
