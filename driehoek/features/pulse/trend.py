"""A line through the rounds, from nobody to everybody."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from driehoek.base.shell.trend import FEWEST, Trend, line_through


def trend_of(percents: Sequence[int]) -> Trend | None:
    """Two rounds are said in words."""
    if len(percents) < FEWEST:
        return None
    said = _("{count} keer gevraagd: van {first} naar {last} procent.")
    words = said.format(count=len(percents), first=percents[0], last=percents[-1])
    return Trend(line_through([percent / 100 for percent in percents]), "0%", "100%", words)
