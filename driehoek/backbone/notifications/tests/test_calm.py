"""Between seven in the evening and seven in the morning, in weekends and in holidays nothing rings."""

import datetime as dt
from dataclasses import replace

import pytest

from driehoek.backbone.notifications.calm import calm_moment_of
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring, praise
from driehoek.backbone.notifications.tests.story import VERB, praised
from driehoek.base.core.clock import AMSTERDAM, at
from driehoek.facts.schools.hours import calm_time
from driehoek.facts.schools.models import Holiday
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
EVENING = at(TODAY, dt.time(19))  # a Thursday
FRIDAY_MORNING = at(TODAY + dt.timedelta(days=1), dt.time(7))


def clock(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-19 15:00", "2026-11-19 15:00"),
        ("2026-11-19 18:59", "2026-11-19 18:59"),
        ("2026-11-19 19:00", "2026-11-20 07:00"),
        ("2026-11-20 06:59", "2026-11-20 07:00"),
        ("2026-11-20 19:00", "2026-11-23 07:00"),  # the weekend
        ("2026-10-24 12:00", "2026-10-26 07:00"),  # the night in between lasts an hour longer
        ("2027-03-26 23:30", "2027-03-29 07:00"),  # and this one an hour shorter
        ("2027-03-29 06:30", "2027-03-29 07:00"),
        ("2026-10-26 06:30", "2026-10-26 07:00"),
    ],
)
def test_news_comes_from_seven_to_seven_on_a_dutch_clock(now: str, then: str) -> None:
    assert calm_time(clock(now), ()) == clock(then)


def test_in_a_holiday_of_the_school_news_waits_for_the_first_day_after_it(cast: Cast) -> None:
    Holiday.objects.create(school=cast.vlieger, name="vrij", starts_on=TODAY, ends_on=TODAY)
    notice = praised(praise(cast.yusuf))
    about = replace(notice.about, school=cast.vlieger.pk)
    assert calm_moment_of(replace(notice, about=about), NOW) == FRIDAY_MORNING
    other = replace(notice.about, school=cast.kompas.pk)
    assert calm_moment_of(replace(notice, about=other), NOW) == NOW


def test_what_is_told_in_the_evening_is_brought_in_the_morning(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf, due_at=EVENING)
    bring(EVENING)
    assert set(Delivery.objects.values_list("due_at", flat=True)) == {FRIDAY_MORNING}
    bring(FRIDAY_MORNING - dt.timedelta(seconds=1))
    assert not postman.raw
    bring(FRIDAY_MORNING)
    assert len(postman.raw) == 2


def test_what_was_due_by_day_and_is_late_waits_for_the_morning_too(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    bring(EVENING)
    assert not postman.raw
    bring(FRIDAY_MORNING)
    assert len(postman.raw) == 2


def test_what_is_safe_only_at_once_comes_at_any_hour(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NOTICES, VERB, lambda entry: replace(praised(entry), at_any_hour=True))
    praise(cast.yusuf, due_at=EVENING)
    bring(EVENING)
    assert len(postman.raw) == 2
