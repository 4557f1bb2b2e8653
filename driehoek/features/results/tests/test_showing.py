"""A line through the marks: only where it says something, and the same in words."""

import datetime as dt
from decimal import Decimal

import pytest

from driehoek.features.results.models import Item, Result
from driehoek.features.results.trend import trend_of

DAY = dt.date(2026, 11, 19)


def marks(*scores: str, most: str = "10") -> list[Result]:
    """The latest first, as on a page."""
    item = Item(least=Decimal(1), most=Decimal(most))
    days = [DAY - dt.timedelta(days=7 * ago) for ago in range(len(scores))]
    return [Result(item=item, score=Decimal(s), scored_on=d) for s, d in zip(scores, days, strict=True)]


def test_the_line_goes_from_the_oldest_to_the_newest_and_says_so() -> None:
    trend = trend_of(marks("10", "5.5", "1"))
    assert trend is not None
    assert [dot.x for dot in trend.dots] == [10.0, 160.0, 310.0]
    assert [dot.y for dot in trend.dots] == [86.0, 48.0, 10.0]
    assert trend.words == "3 cijfers: van 1 op 5 november naar 10 op 19 november."


@pytest.mark.parametrize("results", [marks("7", "8"), [*marks("7", "8"), *marks("45", most="50")]])
def test_two_marks_and_two_scales_make_no_line(results: list[Result]) -> None:
    assert trend_of(results) is None
