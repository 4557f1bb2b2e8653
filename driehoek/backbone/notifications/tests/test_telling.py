"""Who is told, when, and that telling twice is telling once."""

import datetime as dt

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.models import Delivery, Notification, Telling
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, bring, praise, states
from driehoek.backbone.notifications.tests.story import VERB
from driehoek.base.core.clock import AMSTERDAM
from driehoek.facts.people.models import Guardianship, Person
from tests.cast import NOW, TODAY, Cast
from tests.engines import AtHand
from tests.servers.smtp import Postman


def test_a_fact_and_that_it_must_be_told_are_written_together(cast: Cast) -> None:
    entry = praise(cast.yusuf)
    assert Telling.objects.get(entry=entry).due_at == entry.due_at


def test_a_fact_without_a_notice_is_not_told(cast: Cast) -> None:
    record("people.person.measured", cast.yusuf, by=None, at=NOW)
    assert not Telling.objects.exists()


def test_after_the_commit_somebody_is_woken_at_the_right_moment(
    engine: AtHand, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        praise(cast.yusuf, due_at=after(hours=3))
    assert engine.job().due_at == after(hours=3)


def test_nothing_is_told_before_its_moment(cast: Cast) -> None:
    praise(cast.yusuf, due_at=after(minutes=30))
    assert tell_due(after(minutes=29)) == 0
    assert tell_due(after(minutes=30)) == 1


def test_telling_twice_is_telling_once(cast: Cast) -> None:
    entry = praise(cast.yusuf)
    tell_due(NOW)
    before = set(Delivery.objects.values_list("message_id", flat=True))
    Telling.objects.filter(entry=entry).update(state="waiting")
    tell_due(NOW)
    assert set(Delivery.objects.values_list("message_id", flat=True)) == before
    assert Telling.objects.get(entry=entry).expected == len(before)


def test_who_did_it_is_not_told(cast: Cast) -> None:
    praise(cast.yusuf, by=cast.naima)
    tell_due(NOW)
    told = set(Notification.objects.values_list("person", flat=True))
    assert cast.naima.pk not in told
    assert cast.rachid.pk in told


def test_an_imported_parent_hears_from_the_first_day_on_and_not_before_school_stands_for_her(
    cast: Cast, postman: Postman
) -> None:
    mother = Person.objects.create(given_name="Fatma", email="fatma@thuis.example")  # nobody ever signed in
    link = Guardianship.objects.create(
        guardian=mother, student=cast.yusuf, kind="custody", source="import", starts_on=TODAY
    )
    praise(cast.yusuf)
    bring()
    assert mother.email not in [mail["To"] for mail in postman.messages]
    link.approve(by=cast.marja, at=NOW)
    praise(cast.yusuf, due_at=after(minutes=5))
    bring(after(minutes=5))
    assert [mail["To"] for mail in postman.messages].count(mother.email) == 1
    assert Person.objects.get(pk=mother.pk).last_login is None


def test_a_person_without_an_address_is_told_but_no_mail_is_written(cast: Cast) -> None:
    cast.naima.email = ""
    cast.naima.save()
    praise(cast.yusuf)
    tell_due(NOW)
    assert Notification.objects.filter(person=cast.naima).exists()
    assert not Delivery.objects.filter(notification__person=cast.naima).exists()


def test_what_was_taken_back_before_its_moment_is_never_told(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    praise(cast.yusuf, due_at=after(minutes=30))
    monkeypatch.setitem(NOTICES, VERB, lambda entry: None)  # the package says: nothing to tell any more
    bring(after(minutes=31))
    assert Telling.objects.get().reason == "withdrawn"
    assert not postman.raw


def test_the_same_news_twice_before_it_was_told_is_told_once(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    praise(cast.yusuf)
    bring()
    assert len(postman.recipients) == 2  # one for each of his two guardians
    assert sorted(map(tuple, postman.recipients)) == sorted({(cast.naima.email,), (cast.rachid.email,)})


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (dt.date(2027, 3, 28), 14),
        (dt.date(2027, 3, 27), 15),
        (dt.date(2026, 10, 25), 15),
        (dt.date(2026, 10, 24), 14),
    ],
)
def test_half_past_four_is_half_past_four_around_both_changes_of_the_clock(
    cast: Cast, day: dt.date, utc_hour: int
) -> None:
    due_at = dt.datetime.combine(day, dt.time(16, 30), tzinfo=AMSTERDAM)
    praise(cast.yusuf, due_at=due_at)
    moment = dt.datetime(day.year, day.month, day.day, utc_hour, 30, tzinfo=dt.UTC)
    assert tell_due(moment - dt.timedelta(seconds=1)) == 0
    assert tell_due(moment) == 1


def test_a_notice_that_breaks_is_parked_and_its_neighbours_are_told(
    cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = praise(cast.noor)
    monkeypatch.setitem(NOTICES, "people.person.broken", lambda entry: 1 / 0)
    bad = record("people.person.broken", cast.yusuf, by=None, at=NOW)
    for minutes in range(0, 200, 10):
        bring(after(minutes=minutes))
    assert Telling.objects.get(entry=good).state == "done"
    assert Telling.objects.get(entry=bad).state == "parked"
    assert "done" in states().values()
