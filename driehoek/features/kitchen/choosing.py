"""Which of our questions is whose this week: always the same one, and for months never the same again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from math import gcd

from driehoek.base.core.clock import at
from driehoek.features.kitchen.bands import Band
from driehoek.features.kitchen.bank import Ready, of_band, of_holidays, of_theme, to_reflect


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def week_number(day: dt.date) -> int:
    """Of weeks that never begin anew, so that no year repeats the one before at its seam."""
    return (day.toordinal() - 1) // 7


def of_week(child: int, band: Band, day: dt.date) -> Ready:
    """Of all questions of her age one a week: the first comes back when all had their turn."""
    return _turn_of(child, day, of_band(band))


def of_lessons(child: int, band: Band, day: dt.date, theme: str, talked: Mapping[str, dt.datetime]) -> Ready:
    """About what her class worked on this week, else her own of this week. What was talked about stays there
    until Sunday, and does not come back for that theme in the weeks after it."""
    monday, own = at(monday_of(day), dt.time()), of_week(child, band, day)
    if not theme or ((said := talked.get(lying_key(own))) and said >= monday):
        return own
    before = {key for key, said in talked.items() if said < monday}
    fitting = [ready for ready in of_theme(band, theme) if lying_key(ready) not in before]
    return _turn_of(child, day, fitting) if fitting else own


def lying_key(ready: Ready) -> str:
    """Under which it lies on a table, and is ticked."""
    return f"bank-{ready.key}"


def three_of(child: int, band: Band, day: dt.date) -> list[Ready]:
    """From which a child picks what she would like to be asked: those that would come next of themselves."""
    return [of_week(child, band, day + number * dt.timedelta(days=7)) for number in (1, 2, 3)]


def to_look_back(band: Band, day: dt.date) -> Ready:
    """The theme changes each week, the same for everybody of her age."""
    themes = to_reflect(older=band in (Band.TEENS, Band.TRAINEES))
    return themes[week_number(day) % len(themes)]


def of_holiday(starts_on: dt.date) -> Ready:
    """One question for everybody who is free from that day."""
    every = of_holidays()
    return every[_mark(f"vakantie {starts_on.toordinal()}") % len(every)]


def _turn_of(child: int, day: dt.date, every: Sequence[Ready]) -> Ready:
    """She begins at a place of her own and goes by steps of her own, of such a size that she comes everywhere
    before she is back. Long steps, because neighbours ask about the same."""
    size, mark = len(every), _mark(f"{child}")
    third = size // 3
    step = third + mark % (third + 1)
    while gcd(step, size) > 1:
        step += 1
    return every[(mark + step * week_number(day)) % size]


def _mark(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
