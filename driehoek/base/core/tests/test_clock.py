"""Time as people at a Dutch school mean it, also on the two nights a year when clocks jump."""

import datetime as dt

import pytest
from django.utils import translation

from driehoek.base.core.clock import amsterdam, at, day_in_words, day_of, moment_in_words, next_time

UTC = dt.UTC
NOW = dt.datetime(2026, 10, 8, 13, 0, tzinfo=UTC)  # three o'clock on a Thursday in the Netherlands


def test_a_late_evening_in_utc_is_tomorrow_at_school() -> None:
    assert day_of(dt.datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == dt.date(2026, 7, 2)
    assert day_of(dt.datetime(2026, 7, 1, 21, 30, tzinfo=UTC)) == dt.date(2026, 7, 1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        amsterdam(dt.datetime(2026, 7, 1, 12, 0))


def test_the_bell_rings_today_when_it_has_not_rung_yet() -> None:
    assert next_time(NOW, dt.time(15, 10)) == dt.datetime(2026, 10, 8, 13, 10, tzinfo=UTC)
    assert next_time(NOW, dt.time(15, 0)) == dt.datetime(2026, 10, 9, 13, 0, tzinfo=UTC)


def test_the_bell_rings_at_the_same_dutch_time_after_the_clocks_change() -> None:
    saturday = dt.datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    assert next_time(saturday, dt.time(15, 10)) == dt.datetime(2026, 10, 25, 14, 10, tzinfo=UTC)


def test_the_hour_that_happens_twice_means_the_first_one() -> None:
    assert at(dt.date(2026, 10, 25), dt.time(2, 30)) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_hour_that_is_skipped_comes_an_hour_later() -> None:
    assert at(dt.date(2026, 3, 29), dt.time(2, 30)) == dt.datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (dt.datetime(2026, 10, 8, 12, 40, tzinfo=UTC), "14:40"),
        (dt.datetime(2026, 10, 7, 21, 59, tzinfo=UTC), "gisteren"),
        (dt.datetime(2026, 10, 7, 22, 1, tzinfo=UTC), "00:01"),
        (dt.datetime(2026, 10, 9, 8, 0, tzinfo=UTC), "morgen"),
        (dt.datetime(2026, 10, 12, 8, 0, tzinfo=UTC), "maandag 12 oktober"),
        (dt.datetime(2026, 10, 6, 8, 0, tzinfo=UTC), "dinsdag"),
        (dt.datetime(2026, 10, 2, 8, 0, tzinfo=UTC), "vrijdag"),
        (dt.datetime(2026, 10, 1, 8, 0, tzinfo=UTC), "1 oktober"),
        (dt.datetime(2025, 10, 9, 8, 0, tzinfo=UTC), "9 oktober 2025"),
    ],
)
def test_a_moment_is_said_as_people_say_it(moment: dt.datetime, words: str) -> None:
    with translation.override("nl"):
        assert moment_in_words(moment, now=NOW) == words


def test_a_day_is_said_in_the_language_of_who_reads() -> None:
    with translation.override("en"):
        assert "October" in day_in_words(dt.date(2026, 10, 1), today=dt.date(2026, 10, 8))
