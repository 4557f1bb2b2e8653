"""Jobs are done once, come back when they fail or their worker dies, and are parked after five times."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from driehoek.base.core.clock import AMSTERDAM
from driehoek.base.core.job import Engine, Job
from driehoek.base.core.models import Alarm, Rhythm
from driehoek.base.core.queue import HERE, DatabaseEngine
from driehoek.base.core.recurring import Recurring, recurring, start_due
from driehoek.base.core.tasks import task
from driehoek.base.core.worker import Worker
from tests.bench.processes import pss
from tests.engines import AtHand
from tests.servers.database import url

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 19, 14, tzinfo=dt.UTC)
done: list[str] = []


def note(word: str) -> None:
    done.append(word)


@task
def write_down(word: str) -> None:
    note(word)


@task
def break_down(word: str) -> None:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    done.clear()


def worker(engine: AtHand, queues: list[str] | None = None) -> Worker:
    return Worker(clock=engine.now, queues=queues or [], interval=0)


def work(engine: AtHand) -> None:
    while worker(engine).one_job():
        pass


def after(**more: int) -> dt.datetime:
    return NOW + dt.timedelta(**more)


def test_a_job_is_done_once(engine: AtHand) -> None:
    write_down.enqueue("brug")
    work(engine)
    work(engine)
    assert done == ["brug"]


def test_a_job_waits_for_its_moment(engine: AtHand) -> None:
    write_down.using(run_after=engine.now() + dt.timedelta(hours=1)).enqueue("later")
    engine.let_pass(minutes=59)
    work(engine)
    assert done == []
    engine.let_pass(minutes=1)
    work(engine)
    assert done == ["later"]


def test_a_worker_takes_only_the_queues_it_is_given(engine: AtHand) -> None:
    write_down.enqueue("brug")
    assert not worker(engine, ["media"]).one_job()
    assert worker(engine, ["default", "media"]).one_job()


def test_the_more_urgent_job_goes_first(engine: AtHand) -> None:
    write_down.enqueue("usual")
    write_down.using(priority=50).enqueue("urgent")
    work(engine)
    assert done == ["urgent", "usual"]


def test_a_job_that_breaks_comes_back_later_and_its_neighbour_is_done(engine: AtHand) -> None:
    break_down.enqueue("Naima")
    write_down.enqueue("brug")
    work(engine)
    assert done == ["brug"]
    assert engine.job("waiting").due_at == engine.now() + dt.timedelta(minutes=1)


def test_after_five_times_somebody_must_look_and_no_name_is_kept(
    engine: AtHand, caplog: pytest.LogCaptureFixture
) -> None:
    break_down.enqueue("Naima")
    for _ in range(8):
        work(engine)
        engine.let_pass(hours=1)
    job = engine.job()
    assert (job.state, job.tries) == ("failed", 5)
    kept = "".join(DBTaskResult.objects.values_list("traceback", flat=True))
    assert "Naima" not in kept + caplog.text
    assert Alarm.objects.get().reason == "builtins.ValueError"


def test_a_job_that_no_longer_exists_does_not_stop_the_worker(engine: AtHand) -> None:
    write_down.enqueue("brug")
    engine.rename("driehoek.base.core.tasks.gone")
    assert worker(engine).one_job()
    assert engine.job().state == "waiting"


def test_what_is_no_job_is_not_called(engine: AtHand) -> None:
    write_down.enqueue("brug")
    engine.rename(f"{__name__}.note")
    assert worker(engine).one_job()
    assert engine.job().state == "waiting"
    assert done == []


def taken_by(member: Engine, engine: AtHand) -> Job:
    write_down.enqueue("brug")
    job = member.claim(now=engine.now(), queues=[])
    assert job is not None
    return job


def freed(engine: AtHand) -> int:
    return engine.member().free_jobs_of_dead_workers(engine.now())


def test_what_a_dead_worker_was_doing_is_done_again(engine: AtHand) -> None:
    taken_by(engine.dead(), engine)
    assert freed(engine) == 1
    engine.let_pass(minutes=1)
    work(engine)
    assert done == ["brug"]


def test_what_a_living_worker_is_doing_is_left_alone(engine: AtHand) -> None:
    living = engine.member()
    taken_by(living, engine)
    engine.let_pass(hours=5)
    living.beat(engine.now())
    assert freed(engine) == 0
    work(engine)
    assert done == []


def test_a_process_number_that_came_back_is_not_the_same_worker() -> None:
    write_down.enqueue("brug")
    DatabaseEngine(f"{HERE}:{os.getpid()}:1").claim(now=after(days=900), queues=[])
    assert DatabaseEngine().free_jobs_of_dead_workers(after(days=900)) == 1


def test_a_worker_elsewhere_is_alive_as_long_as_it_beats(engine: AtHand) -> None:
    elsewhere = engine.elsewhere()
    taken_by(elsewhere, engine)
    elsewhere.beat(engine.now())
    engine.let_pass(seconds=119)
    assert freed(engine) == 0
    engine.let_pass(seconds=2)
    assert freed(engine) == 1


def test_a_zombie_cannot_end_a_job_that_was_taken_over(engine: AtHand) -> None:
    zombie, mine = engine.dead(), engine.member()
    zombies = taken_by(zombie, engine)
    assert freed(engine) == 1
    engine.let_pass(minutes=2)
    job = mine.claim(now=engine.now(), queues=[])
    assert job is not None
    zombie.succeed(zombies, now=engine.now())
    assert engine.job().state == "running"
    mine.succeed(job, now=engine.now())
    assert engine.job().state == "done"


def test_what_went_well_is_forgotten_after_a_day(engine: AtHand) -> None:
    write_down.enqueue("brug")
    work(engine)
    assert engine.member().forget_finished(engine.now()) == 0
    engine.let_pass(days=1, seconds=1)
    assert engine.member().forget_finished(engine.now()) == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_who_waits_is_woken_by_a_job_or_looks_again_by_itself(transactional_db: None, engine: AtHand) -> None:
    member, stopping = engine.member(), threading.Event()
    member.wait(stopping, 0.01, ["default"])
    began = time.monotonic()
    write_down.enqueue("brug")
    member.wait(stopping, 0.5, ["default"])
    took = time.monotonic() - began
    assert took < 0.3 if engine.name == "distributed" else 0.4 < took < 5


def line(**when: object) -> Recurring:
    return Recurring(name="tidy", path=f"{__name__}.write_down", **when)  # type: ignore[arg-type]


def test_two_workers_start_recurring_work_once() -> None:
    minutely = Recurring(
        name="tidy", path="driehoek.base.core.tasks.forget_finished", every=dt.timedelta(minutes=1)
    )
    assert not minutely.start_if_due(NOW)  # new in the list: first at its next moment
    assert minutely.start_if_due(after(minutes=1))
    assert not minutely.start_if_due(after(minutes=1))
    assert minutely.start_if_due(after(hours=9))  # a moment that was missed is made up for once
    assert not minutely.start_if_due(after(hours=9))
    assert DBTaskResult.objects.count() == 2


def test_f12_after_a_clock_that_ran_an_hour_ahead_minutely_work_does_not_stand_still() -> None:
    minutely = Recurring(
        name="tidy", path="driehoek.base.core.tasks.forget_finished", every=dt.timedelta(minutes=1)
    )
    for minutes in (0, 60):
        minutely.start_if_due(after(minutes=minutes))
    assert minutely.start_if_due(after(minutes=1))
    assert not minutely.start_if_due(after(minutes=1))


def test_f12_a_clock_that_runs_an_hour_ahead_and_back_does_nightly_work_once() -> None:
    nightly = Recurring(name="tidy", path="driehoek.base.core.tasks.forget_finished", at=dt.time(16))
    nightly.start_if_due(NOW)  # three o'clock in the afternoon
    runs = [nightly.start_if_due(after(minutes=minutes)) for minutes in (30, 61, 10, 61, 90)]
    assert sum(runs) == 1


@pytest.mark.parametrize("day", [dt.date(2027, 3, 28), dt.date(2026, 10, 25), dt.date(2026, 11, 19)])
@pytest.mark.parametrize("hour", [1, 2, 3])
def test_nightly_work_runs_once_each_night_also_when_the_clock_is_changed(day: dt.date, hour: int) -> None:
    nightly = Recurring(name="tidy", path="driehoek.base.core.tasks.forget_finished", at=dt.time(hour, 30))
    Rhythm.objects.all().delete()
    moment = dt.datetime.combine(day, dt.time(0), tzinfo=AMSTERDAM).astimezone(dt.UTC)
    nightly.start_if_due(moment)
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0), tzinfo=AMSTERDAM).astimezone(dt.UTC)
    runs = 0
    while moment < end:
        moment += dt.timedelta(minutes=10)
        runs += nightly.start_if_due(moment)
    assert runs == 1


def test_recurring_work_says_every_or_at() -> None:
    with pytest.raises(ValueError, match="tidy"):
        line()


def test_every_line_of_the_list_names_a_job_and_a_name_of_its_own() -> None:
    lines = recurring()
    assert all(isinstance(import_string(one.path), Task) for one in lines)
    assert len({one.name for one in lines}) == len(lines)
    assert start_due(NOW) == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_asked_to_stop_ends_well_and_stays_small(transactional_db: None, engine: AtHand) -> None:
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "driehoek.config.settings",
        "DRIEHOEK_DATABASE_URL": url(),
        "DRIEHOEK_JOBS": engine.name,
    }
    process = subprocess.Popen([sys.executable, "manage.py", "work", "--interval", "0.2"], env=env)
    deadline = time.monotonic() + 30
    while not engine.lives():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(1)
    memory = pss(process.pid)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert memory < (90 if engine.name == "database" else 100)
