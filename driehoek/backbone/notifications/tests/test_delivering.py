"""A message asks again before it goes, and comes back when the other side is not well."""

from dataclasses import replace

import pytest
from django.utils.functional import lazy
from pytest_django import Settings

from demo.running import free_port
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.backbone.notifications.models import Delivery, Refusal
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, bring, praise, states
from driehoek.backbone.notifications.tests.story import VERB, praised
from driehoek.base.core.models import Alarm, LeaseLost
from driehoek.facts.people.models import Guardianship, Person, Restriction
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Mood, Postman


def receivers(postman: Postman) -> list[str]:
    return sorted(address for one in postman.recipients for address in one)


def both(cast: Cast) -> list[str]:
    return sorted([cast.naima.email, cast.rachid.email])


def test_only_who_may_see_it_is_sent_anything(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    assert receivers(postman) == both(cast)
    assert states()[cast.esther.email] == "access"


def test_somebody_blocked_between_writing_and_sending_gets_nothing(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="test",
        entered_by=cast.marja,
    )  # fmt: skip
    bring()
    assert receivers(postman) == [cast.naima.email]
    assert states()[cast.rachid.email] == "access"


def test_a_guardianship_that_ended_yesterday_gets_nothing(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    Guardianship.objects.get(guardian=cast.rachid, student=cast.yusuf).end(on=TODAY)
    bring(after(days=1))
    assert receivers(postman) == [cast.naima.email]


def test_what_is_taken_back_after_telling_is_not_sent(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    monkeypatch.setitem(NOTICES, VERB, lambda entry: None)
    bring()
    assert not postman.raw
    assert set(states().values()) == {"withdrawn"}


def test_what_she_has_read_already_is_not_sent(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    mark_read(cast.viewer(cast.naima), cast.yusuf)
    bring()
    assert receivers(postman) == [cast.rachid.email]
    assert states()[cast.naima.email] == "read"


def test_what_she_does_not_want_is_not_sent(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    bring()
    assert receivers(postman) == [cast.rachid.email]
    assert states()[cast.naima.email] == "unwanted"


def test_somebody_who_was_made_inactive_or_lost_her_address_gets_nothing(
    cast: Cast, postman: Postman
) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    Person.objects.filter(pk=cast.rachid.pk).update(email="")
    bring()
    assert not postman.raw
    assert states()[cast.naima.email] == "inactive"
    assert states()[""] == "no_address"


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.GREYLISTS, Mood.DROPS, Mood.DIES])
def test_f04_what_is_not_taken_now_comes_back_as_the_same_message(
    cast: Cast, postman: Postman, mood: Mood
) -> None:
    praise(cast.yusuf)
    postman.mood = mood
    bring()
    assert not postman.raw
    postman.mood = Mood.WELL
    bring(after(seconds=59))
    assert not postman.raw
    bring(after(seconds=60))
    assert receivers(postman) == both(cast)


def test_f04_a_line_that_drops_after_the_message_brings_it_twice_under_one_name(
    cast: Cast, postman: Postman
) -> None:
    praise(cast.yusuf)
    postman.mood = Mood.DROPS_AFTER
    bring()
    postman.mood = Mood.WELL
    bring(after(minutes=1))
    names = [message["Message-ID"] for message in postman.messages]
    assert len(names) == 4
    assert len(set(names)) == 2


def test_what_is_late_by_a_week_is_not_given_up_at_the_first_trouble(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    postman.mood = Mood.GREYLISTS
    bring(after(days=7))
    assert {row.state for row in Delivery.objects.exclude(state="suppressed")} == {"waiting"}
    postman.mood = Mood.WELL
    bring(after(days=7, minutes=1))
    assert receivers(postman) == both(cast)


def test_the_waits_are_1_5_15_60_minutes_and_then_hours_until_three_days(
    cast: Cast, postman: Postman
) -> None:
    praise(cast.yusuf)
    postman.mood = Mood.GREYLISTS
    bring()
    mine = Delivery.objects.filter(notification__person=cast.naima)
    waits, now = [], NOW
    for _ in range(6):
        waits.append((mine.get().due_at - now).total_seconds() / 60)
        now = mine.get().due_at
        bring(now)
    assert waits == [1, 5, 15, 60, 60, 60]
    bring(after(hours=71, minutes=59))  # a Sunday
    assert mine.get().state == "waiting"
    bring(after(hours=88))  # Monday at seven
    assert mine.get().state == "failed"
    assert states()[cast.naima.email] == "450"
    assert Alarm.objects.filter(thing__startswith="notifications.delivery").count() == 2


def test_f04_a_server_that_is_away_delays_the_whole_batch_and_blames_nobody(
    cast: Cast, postman: Postman
) -> None:
    praise(cast.yusuf)
    postman.mood = Mood.BUSY
    bring()
    assert set(Delivery.objects.filter(state="waiting").values_list("due_at", flat=True)) == {
        after(minutes=1)
    }
    assert not Refusal.objects.exists()


def test_f04_after_half_an_hour_without_a_mail_server_all_of_it_leaves_within_a_quarter(
    cast: Cast, postman: Postman, settings: Settings
) -> None:
    praise(cast.yusuf)
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()  # nobody listens
    for minutes in range(31):
        bring(after(minutes=minutes))
    assert postman.raw == [] and set(states().values()) >= {"unreachable"}
    settings.EMAIL_PORT = there
    for minutes in range(31, 46):
        bring(after(minutes=minutes))
    assert receivers(postman) == both(cast) and not Refusal.objects.exists()


def test_an_address_refused_on_three_days_is_left_alone_until_it_changes(
    cast: Cast, postman: Postman
) -> None:
    for day in (0, 1, 4, 5):  # Thursday, Friday, Monday, Tuesday
        postman.mood = Mood.REFUSES if day < 5 else Mood.WELL
        praise(cast.yusuf)
        bring(after(days=day))
    assert Refusal.objects.filter(address=cast.naima.email).count() == 3
    assert not postman.raw
    Person.objects.filter(pk=cast.naima.pk).update(email="naima@nieuw.example")
    praise(cast.yusuf)
    bring(after(days=6))
    assert receivers(postman) == ["naima@nieuw.example"]


def test_an_address_that_takes_a_message_again_is_clean(cast: Cast, postman: Postman) -> None:
    postman.mood = Mood.REFUSES
    praise(cast.yusuf)
    bring()
    postman.mood = Mood.WELL
    praise(cast.yusuf)
    bring(after(days=1))
    assert receivers(postman) == both(cast)
    assert not Refusal.objects.exists()


def test_f18_a_message_that_breaks_us_is_parked_after_five_tries_and_somebody_is_told(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(praised(praise(cast.yusuf)), paragraphs=(lazy(lambda: 1 / 0, str)(),))
    monkeypatch.setitem(NOTICES, "people.person.broken", lambda entry: broken)
    record("people.person.broken", cast.yusuf, by=cast.naima, at=NOW)
    for minutes in range(0, 100, 5):
        bring(after(minutes=minutes))
    assert receivers(postman) == both(cast)  # its neighbours left
    poison = Delivery.objects.get(state="parked")
    assert (poison.notification.person, poison.stumbles) == (cast.rachid, 5)
    assert Alarm.objects.get().thing == f"notifications.delivery {poison.pk}"


def test_an_address_that_would_begin_another_header_is_parked_at_once(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    Person.objects.filter(pk=cast.naima.pk).update(email="naima@thuis.example\r\nBcc: all@thuis.example")
    bring()
    assert receivers(postman) == [cast.rachid.email]
    assert Delivery.objects.get(notification__person=cast.naima).state == "parked"


def test_f03_a_zombie_cannot_write_over_the_worker_that_took_its_place(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    zombie = Delivery.objects.filter(channel="email").claim(NOW, limit=100)
    bring(after(minutes=10))
    bring(after(minutes=12))
    assert receivers(postman) == both(cast)
    sent = Delivery.objects.filter(state="done").order_by("pk")
    times = list(sent.values_list("sent_at", flat=True))
    for delivery in zombie:
        with pytest.raises(LeaseLost):
            delivery.retry(after(minutes=11), reason="late")
    assert list(sent.values_list("sent_at", flat=True)) == times


def test_a_dead_worker_costs_only_the_one_it_was_busy_with_a_try(cast: Cast) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    held = Delivery.objects.filter(channel="email").claim(NOW, limit=100)
    Delivery.objects.free_stale(after(seconds=119))
    assert not Delivery.objects.filter(lease_token=None).exists()
    Delivery.objects.free_stale(after(seconds=121))
    assert not Delivery.objects.exclude(lease_token=None).exists()
    assert list(Delivery.objects.filter(stumbles=1)) == [held[0]]


def test_two_workers_never_hold_the_same_message(cast: Cast) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    first = Delivery.objects.filter(channel="email").claim(NOW, limit=10)
    second = Delivery.objects.filter(channel="email").claim(NOW, limit=10)
    assert len(first) == len(second) == 10
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_a_second_round_finds_nothing_to_do(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    assert deliver_due("email", clock=lambda: after(minutes=5)) == 0
    assert receivers(postman) == both(cast)
