"""Jobs are done once, come back when they fail or their worker dies, and are parked after five times."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time

import pytest
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from driehoek.base.core import queue
from driehoek.base.core.clock import AMSTERDAM
from driehoek.base.core.models import Alarm, Rhythm, WorkerPulse
from driehoek.base.core.recurring import Recurring, recurring, start_due
from driehoek.base.core.tasks import task
from driehoek.base.core.worker import Worker
from tests.bench.processes import pss
from tests.servers.database import url

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 19, 14, tzinfo=dt.UTC)
done: list[str] = []


@task
def write_down(word: str) -> None:
    done.append(word)


@task
def break_down(word: str) -> None:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    done.clear()


def worker(now: dt.datetime = NOW, queues: list[str] | None = None) -> Worker:
    return Worker(clock=lambda: now, queues=queues or [], interval=0)


def work(now: dt.datetime = NOW) -> None:
    while worker(now).one_job():
        pass


def after(**more: int) -> dt.datetime:
    return NOW + dt.timedelta(**more)


def test_a_job_is_done_once() -> None:
    write_down.enqueue("brug")
    work()
    work()
    assert done == ["brug"]


def test_a_job_waits_for_its_moment() -> None:
    write_down.using(run_after=after(hours=1)).enqueue("later")
    work(after(minutes=59))
    assert done == []
    work(after(hours=1))
    assert done == ["later"]


def test_a_worker_takes_only_the_queues_it_is_given() -> None:
    write_down.enqueue("brug")
    assert not worker(queues=["media"]).one_job()
    assert worker(queues=["default", "media"]).one_job()


def test_the_more_urgent_job_goes_first() -> None:
    write_down.enqueue("usual")
    write_down.using(priority=50).enqueue("urgent")
    work()
    assert done == ["urgent", "usual"]


def test_a_job_that_breaks_comes_back_later_and_its_neighbour_is_done() -> None:
    break_down.enqueue("Naima")
    write_down.enqueue("brug")
    work()
    assert done == ["brug"]
    assert DBTaskResult.objects.get(status="READY").run_after == after(minutes=1)


def test_after_five_times_somebody_must_look_and_no_name_is_kept(
    caplog: pytest.LogCaptureFixture,
) -> None:
    break_down.enqueue("Naima")
    for hours in range(8):
        work(after(hours=hours))
    job = DBTaskResult.objects.get()
    assert (job.status, len(job.worker_ids)) == ("FAILED", 5)
    assert "Naima" not in job.traceback + job.exception_class_path + caplog.text
    assert Alarm.objects.get().reason == "builtins.ValueError"


def test_a_job_that_no_longer_exists_does_not_stop_the_worker() -> None:
    write_down.enqueue("brug")
    DBTaskResult.objects.update(task_path="driehoek.base.core.tasks.gone")
    assert worker().one_job()
    assert DBTaskResult.objects.get().status == "READY"


def dead_process() -> str:
    """The name of a worker on this computer that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    return f"{queue.HERE}:{ended.pid}:1"


def claimed_by(name: str) -> DBTaskResult:
    write_down.enqueue("brug")
    job = queue.claim(name, now=NOW, queues=[])
    assert job is not None
    return job


def test_what_a_dead_worker_was_doing_is_done_again() -> None:
    claimed_by(dead_process())
    queue.free_jobs_of_dead_workers(NOW)
    work(after(minutes=1))
    assert done == ["brug"]


def test_what_a_living_worker_is_doing_is_left_alone() -> None:
    claimed_by(queue.name_of_this_worker())
    queue.free_jobs_of_dead_workers(after(hours=5))
    work(after(hours=5))
    assert done == []


def test_a_process_number_that_came_back_is_not_the_same_worker() -> None:
    claimed_by(f"{queue.HERE}:{os.getpid()}:1")
    queue.free_jobs_of_dead_workers(NOW)
    assert DBTaskResult.objects.get().status == "READY"


def test_a_worker_elsewhere_is_alive_as_long_as_it_beats() -> None:
    claimed_by("elsewhere:7:1")
    WorkerPulse.beat("elsewhere:7:1", now=NOW)
    queue.free_jobs_of_dead_workers(after(seconds=119))
    assert DBTaskResult.objects.get().status == "RUNNING"
    queue.free_jobs_of_dead_workers(after(seconds=121))
    assert DBTaskResult.objects.get().status == "READY"


def test_a_zombie_cannot_end_a_job_that_was_taken_over() -> None:
    zombies = claimed_by(dead_process())
    queue.free_jobs_of_dead_workers(NOW)
    mine = queue.claim(queue.name_of_this_worker(), now=after(minutes=2), queues=[])
    assert mine is not None
    queue.succeed(zombies, now=after(minutes=3))
    assert DBTaskResult.objects.get().status == "RUNNING"


def test_what_went_well_is_forgotten_after_a_day() -> None:
    write_down.enqueue("brug")
    work()
    assert queue.forget_finished(before=NOW) == 0
    assert queue.forget_finished(before=after(days=1)) == 1


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
def test_a_worker_asked_to_stop_ends_well_and_stays_small() -> None:
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DRIEHOEK_DATABASE_URL": url()}
    process = subprocess.Popen([sys.executable, "manage.py", "work", "--interval", "0.2"], env=env)
    deadline = time.monotonic() + 30
    while not WorkerPulse.objects.exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(1)
    memory = pss(process.pid)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert memory < 90
