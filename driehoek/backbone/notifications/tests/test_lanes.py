"""A slow mail server, a school full of mail or a poison job never stands before an alarm."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications import jobs, telling
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery, Lane, Telling, Urgency
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring, praise
from driehoek.backbone.notifications.urgent import declare_urgent
from driehoek.base.core.clock import at
from driehoek.base.core.crew import Crew
from driehoek.base.core.worker import Worker
from driehoek.features.feed.tests.posts import shared
from tests.bench.installation import wait_until
from tests.cast import NOW, TODAY, Cast
from tests.engines import AtHand
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
SATURDAY = at(TODAY + dt.timedelta(days=2), dt.time(23))


def alarm(cast: Cast, *, due_at: dt.datetime | None = None) -> Entry:
    entry = praise(cast.yusuf, due_at=due_at)
    declare_urgent(entry, reason="De school is dicht.", by=cast.marja, at=NOW)
    return entry


def test_what_is_urgent_comes_at_night_in_a_weekend_and_against_every_choice(
    cast: Cast, postman: Postman
) -> None:
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    prefer(cast.rachid, category="news", channel="email", rhythm="weekly")
    alarm(cast, due_at=SATURDAY)
    bring(SATURDAY)
    assert sorted(postman.recipients) == sorted([[cast.naima.email], [cast.rachid.email]])
    assert set(Delivery.objects.values_list("lane", flat=True)) == {Lane.URGENT}


def test_each_use_stays_on_record_with_its_reason_and_once(cast: Cast) -> None:
    entry = alarm(cast)
    declare_urgent(entry, reason="Nog eens.", by=cast.marja, at=NOW)
    urgency = Urgency.objects.get()
    assert (urgency.reason, urgency.by) == ("De school is dicht.", cast.marja)
    assert Entry.objects.filter(verb="notifications.urgency.declared", actor=cast.marja).count() == 1


def test_without_a_reason_nothing_is_urgent(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        declare_urgent(praise(cast.yusuf), reason="", by=cast.marja, at=NOW)


def test_an_alarm_has_a_queue_of_its_own_from_telling_to_bringing(
    engine: AtHand, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        alarm(cast)
    worker = Worker(clock=lambda: NOW, queues=["urgent"], interval=0)
    while worker.one_job():
        pass
    assert Telling.objects.get().state == "done"
    assert not Delivery.objects.filter(state="waiting").exists()
    assert engine.job("waiting").queue == "default"  # nobody worked there


def test_who_finds_nothing_to_tell_wakes_nobody(engine: AtHand, cast: Cast) -> None:
    """A hundred schools close at once: the first job tells it all, and ninety-nine find nothing."""
    alarm(cast)
    jobs.tell.call(Lane.URGENT)
    woken = len(engine.jobs("waiting"))
    assert woken and Delivery.objects.filter(state="waiting").exists()
    jobs.tell.call(Lane.URGENT)
    assert len(engine.jobs("waiting")) == woken


def test_a_lane_takes_its_own_and_leaves_the_others(cast: Cast, postman: Postman) -> None:
    praise(cast.lina)
    alarm(cast)
    while tell_due(NOW, lane=Lane.URGENT):
        pass
    assert Telling.objects.get(lane=Lane.NORMAL).state == "waiting"
    tell_due(NOW)
    while deliver_due("email", lane=Lane.URGENT, clock=lambda: NOW):
        pass
    assert len(postman.raw) == 2
    assert Delivery.objects.filter(lane=Lane.NORMAL, state="waiting").exists()


def test_one_fact_for_many_steps_out_of_the_way_of_the_others(
    engine: AtHand, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "FEW", 3)
    praise(cast.yusuf)
    tell_due(NOW, lane=Lane.NORMAL)
    assert (Telling.objects.get().lane, Telling.objects.get().state) == (Lane.BULK, "waiting")
    jobs.wake()
    assert engine.job().queue == "bulk"
    tell_due(NOW, lane=Lane.BULK)
    assert Telling.objects.get().expected == Delivery.objects.filter(lane=Lane.BULK).count() > 3


def test_every_lane_has_a_queue_and_the_sweep_stands_in_the_quickest(settings: object) -> None:
    lanes = settings.LANES  # type: ignore[attr-defined]
    assert set(jobs.QUEUES) == set(Lane)
    assert set(jobs.QUEUES.values()) < set(lanes)
    assert jobs.QUEUES[Lane.URGENT] == jobs.sweep.queue_name


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_f04_while_a_slow_mail_server_takes_the_news_of_a_class_an_alarm_passes_it(
    transactional_db: None, engine: AtHand, cast: Cast, postman: Postman
) -> None:
    crew = Crew(clock=lambda: NOW, lanes=["urgent", "default"], interval=0.02)
    at_work = threading.Thread(target=crew.work)
    shared(cast)
    postman.delay = 0.3  # for each of 47 parents
    jobs.wake()
    at_work.start()
    try:
        wait_until(lambda: len(postman.raw) > 0, "no news comes")
        alarm(cast)
        jobs.wake()
        urgent = Delivery.objects.filter(lane=Lane.URGENT, state="done")
        wait_until(urgent.exists, "no alarm comes")
        assert len(postman.raw) < 20
    finally:
        postman.delay = 0.0
        crew.stop()
        at_work.join(30)
