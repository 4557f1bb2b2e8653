"""The days and hours of a school: weekends, evenings, holidays, and who works when."""

import datetime as dt

from driehoek.base.core.clock import AMSTERDAM
from driehoek.facts.schools.hours import (
    holidays_around,
    is_quiet,
    is_school_day,
    next_day_at_work,
    next_school_day,
    usual_time,
    work_time,
)
from driehoek.facts.schools.models import Holiday
from tests.cast import Cast

FRIDAY = dt.date(2026, 11, 20)
MONDAY = dt.date(2026, 11, 23)
TUESDAY = dt.date(2026, 11, 24)


def moment(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=AMSTERDAM)


def a_free_monday(cast: Cast) -> None:
    Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=MONDAY, ends_on=MONDAY)


def test_a_holiday_is_no_school_day_and_only_at_its_own_school(cast: Cast) -> None:
    assert is_school_day(MONDAY, cast.vlieger)
    a_free_monday(cast)
    assert not is_school_day(MONDAY, cast.vlieger) and is_school_day(MONDAY, cast.kompas)
    assert next_school_day(FRIDAY, cast.vlieger) == TUESDAY and next_school_day(FRIDAY, cast.kompas) == MONDAY


def test_it_is_quiet_at_night_in_weekends_and_in_holidays(cast: Cast) -> None:
    a_free_monday(cast)
    assert not is_quiet(moment(FRIDAY, 10), cast.vlieger)
    for quiet in (moment(FRIDAY, 20), moment(FRIDAY, 7), moment(MONDAY, 10)):
        assert is_quiet(quiet, cast.vlieger)


def test_what_is_written_at_night_waits_for_the_next_school_morning(cast: Cast) -> None:
    a_free_monday(cast)
    assert work_time(cast.vlieger, moment(FRIDAY, 10)) == moment(FRIDAY, 10)
    assert work_time(cast.vlieger, moment(FRIDAY, 6)) == moment(FRIDAY, 8)
    assert work_time(cast.vlieger, moment(FRIDAY, 22)) == moment(TUESDAY, 8)
    assert usual_time(cast.vlieger, moment(FRIDAY, 22)) == moment(TUESDAY, 8)


def test_a_part_timer_is_back_on_her_own_day(cast: Cast) -> None:
    a_free_monday(cast)
    closed = holidays_around(cast.vlieger, FRIDAY)
    assert next_day_at_work(FRIDAY, {1, 2, 3}, closed) == TUESDAY
    assert next_day_at_work(FRIDAY, {1}, closed) == dt.date(2026, 11, 30)
