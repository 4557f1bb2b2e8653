"""Once a minute: what was lost on the way is found again, and what stands still rings."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.inbox import mark_read, unread
from driehoek.backbone.notifications.models import Delivery, Preference, Telling
from driehoek.backbone.notifications.notices import notice
from driehoek.backbone.notifications.preferences import Choice, prefer, preferences_of
from driehoek.backbone.notifications.reconciling import overdue, reconcile, tellings_with_missing_rows
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, praise
from driehoek.backbone.notifications.tests.story import VERB, praised
from driehoek.base.core.models import Alarm
from driehoek.base.core.worker import Worker
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast
from tests.engines import AtHand
from tests.servers.smtp import Postman


def work_until_idle() -> None:
    worker = Worker(clock=lambda: NOW, queues=[], interval=0)
    while worker.one_job():
        pass


def test_from_the_fact_to_the_mail_by_wake_ups_alone(
    engine: AtHand,
    cast: Cast,
    postman: Postman,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        praise(cast.yusuf)
    work_until_idle()
    assert len(postman.raw) == 2


def test_a_lost_wake_up_is_made_good_by_the_sweep(engine: AtHand, cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)  # no commit, so nobody was woken
    assert not engine.jobs()
    jobs.sweep.call()
    work_until_idle()
    assert len(postman.raw) == 2


def test_rows_that_went_missing_are_written_again(cast: Cast) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    Delivery.objects.filter(notification__person=cast.naima).delete()
    assert len(tellings_with_missing_rows(after(minutes=1))) == 1
    reconcile(after(minutes=1))
    tell_due(after(minutes=1))
    assert Delivery.objects.filter(notification__person=cast.naima).exists()
    assert not tellings_with_missing_rows(after(minutes=2))


def test_a_telling_that_is_whole_is_left_alone(cast: Cast) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    reconcile(after(minutes=1))
    assert Telling.objects.get().state == "done"


def test_when_nobody_works_for_five_minutes_the_alarm_rings_once(cast: Cast) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    reconcile(after(minutes=4))
    assert not Alarm.objects.exists()
    reconcile(after(minutes=6))
    reconcile(after(minutes=7))
    assert Alarm.objects.get().thing == "notifications.queue"
    assert overdue(after(minutes=7)) == Delivery.objects.count()


def test_what_she_has_not_opened_is_hers_to_ask_and_opening_ends_it(cast: Cast) -> None:
    praise(cast.yusuf)
    praise(cast.noor)
    tell_due(NOW)
    naima = cast.viewer(cast.naima)
    assert set(unread(naima, Person)) == {cast.yusuf.pk, cast.noor.pk}
    mark_read(naima, cast.yusuf)
    assert set(unread(naima, Person)) == {cast.noor.pk}
    assert cast.yusuf.pk in unread(cast.viewer(cast.rachid), Person)


def test_only_what_differs_from_the_default_is_kept(cast: Cast) -> None:
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    assert Choice(Category.NEWS, "email", "off") in preferences_of(cast.naima)
    assert Choice(Category.REPLIES, "email", "now") in preferences_of(cast.naima)
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    assert Preference.objects.count() == 1
    prefer(cast.naima, category="news", channel="email", rhythm="now")
    assert not Preference.objects.exists()


@pytest.mark.parametrize("wrong", [{"category": "x"}, {"channel": "pigeon"}, {"rhythm": "often"}])
def test_nobody_can_choose_what_there_is_not(cast: Cast, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        prefer(cast.naima, **({"category": "news", "channel": "email", "rhythm": "off"} | wrong))


def test_a_verb_has_one_notice() -> None:
    with pytest.raises(ValueError, match=VERB):
        notice(VERB)(praised)


def test_a_notice_whose_subject_is_gone_is_not_asked(cast: Cast) -> None:
    entry = praise(cast.yusuf)
    Entry.objects.filter(pk=entry.pk).update(subject_id=0)
    tell_due(NOW)
    assert Telling.objects.get().reason == "withdrawn"
