"""Everybody of one process: who has work is called in, and nobody holds up another."""

import threading
import time
from collections.abc import Iterator

import pytest
from django.db import connection

from driehoek.base.core.crew import Crew
from driehoek.base.core.tasks import task
from tests.bench.installation import wait_until
from tests.engines import AtHand

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
done: list[str] = []
hold = threading.Event()


@task
def write_down(word: str) -> None:
    done.append(word)


@task(queue_name="bulk")
def hold_on() -> None:
    hold.wait(20)
    done.append("held")


@task(queue_name="bulk")
def leave_work() -> None:
    time.sleep(0.2)
    write_down.enqueue("left")


@task(queue_name="media")
def break_all() -> None:
    raise SystemExit(3)


@pytest.fixture
def crew(transactional_db: None, engine: AtHand) -> Crew:
    done.clear()
    hold.clear()
    return Crew(clock=engine.now, lanes=["urgent", "default", "bulk", "media"], interval=0.02)


@pytest.fixture
def at_work(crew: Crew) -> Iterator[Crew]:
    thread = threading.Thread(target=crew.work)
    thread.start()
    yield crew
    hold.set()
    crew.stop()
    thread.join(30)
    assert not thread.is_alive()


def test_who_takes_long_holds_up_only_the_own_lane_and_goes_when_it_is_empty(at_work: Crew) -> None:
    hold_on.enqueue()
    wait_until(lambda: not at_work.is_alone(), "nobody is called in")
    for word in ("one", "two"):
        write_down.enqueue(word)
    wait_until(lambda: done == ["one", "two"], "a lane stands still")
    assert set(at_work.at_work) == {"bulk", "default"}
    hold.set()
    wait_until(at_work.is_alone, "somebody stays")
    assert done == ["one", "two", "held"]


def test_at_rest_one_thread_looks_and_the_next_job_still_comes(at_work: Crew) -> None:
    write_down.enqueue("one")
    wait_until(lambda: done == ["one"] and at_work.is_alone(), "nothing happens")
    write_down.enqueue("two")
    wait_until(lambda: done == ["one", "two"], "nobody comes back")


def test_until_idle_means_until_nobody_leaves_work_for_another(crew: Crew) -> None:
    leave_work.enqueue()
    crew.work(until_idle=True)
    assert done == ["left"]


def test_when_one_breaks_all_stop(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda raised: None)
    break_all.enqueue()
    crew.work()
    assert crew.stopping.is_set() and crew.is_alone()


def test_every_connection_of_who_was_called_in_is_closed(at_work: Crew) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only a server counts who is connected")
    write_down.enqueue("one")
    wait_until(lambda: done == ["one"] and at_work.is_alone(), "nothing happens")
    wait_until(lambda: connections() <= 3, "a connection stays")  # the test, who looks, and the sign of life


def connections() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
