"""When a digest comes: by a Dutch clock, on a day of school, right through both changes of the clock."""

import datetime as dt
from dataclasses import replace

import pytest
import time_machine
from django.db import connection

from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.digests.moments import USUAL, choose_time, digest_time_of, next_digest
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.jobs import gather
from driehoek.backbone.notifications.models import Delivery, Digest, DigestTime, Rhythm
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests import story
from driehoek.backbone.notifications.tests.steps import praise
from driehoek.base.core import clock
from driehoek.base.core.clock import AMSTERDAM, amsterdam
from driehoek.facts.schools.models import Holiday
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

DAWN = DigestTime(weekday=1, weekly_at=dt.time(7), daily_at=dt.time(7))


def local(year: int, month: int, day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("rhythm", "time", "after", "expected"),
    [
        (Rhythm.WEEKLY, USUAL, local(2026, 11, 19, 15), local(2026, 11, 20, 15, 30)),
        (Rhythm.WEEKLY, USUAL, local(2026, 11, 20, 15, 29), local(2026, 11, 20, 15, 30)),
        (Rhythm.WEEKLY, USUAL, local(2026, 11, 20, 15, 30), local(2026, 11, 27, 15, 30)),
        (Rhythm.DAILY, USUAL, local(2026, 11, 20, 16), local(2026, 11, 23, 15, 30)),
        (Rhythm.DAILY, DAWN, local(2026, 11, 18, 23), local(2026, 11, 19, 7)),
        (
            Rhythm.WEEKLY,
            DAWN,
            local(2026, 10, 23, 12),
            local(2026, 10, 26, 7),
        ),  # over the night with 25 hours
        (Rhythm.WEEKLY, DAWN, local(2027, 3, 26, 12), local(2027, 3, 29, 7)),  # and the one with 23
    ],
)
def test_it_comes_at_the_next_moment_of_hers(
    rhythm: Rhythm, time: DigestTime, after: dt.datetime, expected: dt.datetime
) -> None:
    moment = next_digest(rhythm, time, after, ())
    assert moment == expected and amsterdam(moment).tzinfo is AMSTERDAM
    assert amsterdam(moment).time() == (time.daily_at if rhythm == Rhythm.DAILY else time.weekly_at)


def test_in_a_holiday_none_comes(cast: Cast) -> None:
    christmas = [(dt.date(2026, 12, 19), dt.date(2027, 1, 3))]
    after = local(2026, 12, 18, 16)
    assert next_digest(Rhythm.WEEKLY, USUAL, after, christmas) == local(2027, 1, 8, 15, 30)
    assert next_digest(Rhythm.DAILY, USUAL, after, christmas) == local(2027, 1, 4, 15, 30)


def test_what_is_told_before_a_holiday_waits_for_school(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = About(school=cast.vlieger.pk, student=cast.yusuf.pk)
    monkeypatch.setitem(NOTICES, story.VERB, lambda entry: replace(story.praised(entry), about=about))
    Holiday.objects.create(
        school=cast.vlieger, name="Storm", starts_on=dt.date(2026, 11, 20), ends_on=dt.date(2026, 11, 25)
    )
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    run(NOW)
    run(FRIDAY)
    assert not Digest.objects.exists()
    run(FRIDAY + dt.timedelta(days=7))
    assert Digest.objects.get().state == "done"


def test_she_chooses_another_day_and_hour_and_goes_back(cast: Cast) -> None:
    choose_time(cast.naima, weekday=3, weekly_at=dt.time(18, 30), daily_at=dt.time(7))
    assert digest_time_of(cast.naima).weekday == 3
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    tell_due(NOW)
    row = Delivery.objects.get(notification__person=cast.naima)
    assert row.due_at == local(2026, 11, 25, 18, 30)
    choose_time(cast.naima, weekday=5, weekly_at=dt.time(15, 30), daily_at=dt.time(15, 30))
    assert not DigestTime.objects.exists()


def test_a_clock_that_jumps_back_brings_nothing_twice(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    run(NOW)
    for moment in (FRIDAY, FRIDAY - dt.timedelta(hours=1), FRIDAY, FRIDAY + dt.timedelta(hours=1)):
        run(moment)
    assert [to for to in postman.recipients if to == [cast.naima.email]] == [[cast.naima.email]]


@pytest.mark.django_db
def test_the_clock_of_the_database_decides_and_not_that_of_a_computer_that_is_wrong() -> None:
    real = clock.now()
    with time_machine.travel(real + dt.timedelta(minutes=30), tick=False):
        wrong = clock.now() - clock.of_database()
    expected = dt.timedelta(minutes=30) if connection.vendor == "postgresql" else dt.timedelta(0)
    assert abs(wrong - expected) < dt.timedelta(minutes=5)


def test_the_job_puts_together_what_is_due(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    tell_due(NOW)
    Delivery.objects.filter(state="collected").update(due_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    gather.call()
    assert Digest.objects.get().person == cast.naima


@pytest.mark.parametrize("name", ["ends_at", "act_by"])
@pytest.mark.parametrize(
    ("hours", "waits"), [(6, False), (30, False), (40, True)]
)  # her digest comes after 24
def test_what_is_over_before_her_digest_comes_by_itself(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch, name: str, hours: int, waits: bool
) -> None:
    over = {name: FRIDAY + dt.timedelta(hours=hours - 24)}
    monkeypatch.setitem(NOTICES, story.VERB, lambda entry: replace(story.praised(entry), **over))
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    run(NOW)
    assert ([cast.naima.email] in postman.recipients) is not waits
    for _twice in range(2):
        run(FRIDAY)
    assert postman.recipients.count([cast.naima.email]) == 1


def test_what_nothing_could_be_done_with_when_it_was_told_waits_like_all_news(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    past = {"act_by": NOW - dt.timedelta(days=1)}
    monkeypatch.setitem(NOTICES, story.VERB, lambda entry: replace(story.praised(entry), **past))
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    run(NOW)
    assert Delivery.objects.get(notification__person=cast.naima).state == "collected"
