"""kill -9 in the middle of a batch: nothing lost, at most one double a kill, which folds (F02). And one that
stands still until others did its work, and then goes on (F03)."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sized
from pathlib import Path

import pytest
from django.conf import settings

from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import Delivery, PushSubscription
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, praise
from driehoek.facts.people.models import Guardianship, Person
from tests.cast import NOW, TODAY, Cast
from tests.engines import AtHand
from tests.servers.database import url
from tests.servers.push import PushService, push_service
from tests.servers.smtp import Postman

MODULE = "driehoek.backbone.notifications.tests.working_process"
KILLS = 3  # and after each 18 more of the 124 messages: some while it mails, some while it rings


def start_worker(
    engine: AtHand, postman: Postman, service: PushService, minutes: int, **more: str
) -> subprocess.Popen[bytes]:
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "driehoek.config.settings",
        "DRIEHOEK_DATABASE_URL": url(),
        "DRIEHOEK_JOBS": engine.name,
        "DRIEHOEK_EMAIL_URL": postman.url,
        "DRIEHOEK_PUSH_KEY": settings.PUSH_KEY,
        "DRIEHOEK_PUSH_CONTACT": settings.PUSH_CONTACT,
    }
    command = [sys.executable, "-m", MODULE, after(minutes=minutes).isoformat(), service.origin]
    return subprocess.Popen(command, env=env | more)


def wait_for(more: int, *arrived: Sized) -> None:
    """Until so many more messages have arrived."""
    wanted, deadline = sum(map(len, arrived)) + more, time.monotonic() + 60
    while sum(map(len, arrived)) < wanted:
        assert time.monotonic() < deadline
        time.sleep(0.002)


def settle(child: Person, service: PushService) -> None:
    """Every one of them may see the child, so every one must get the mail and hear the telephone."""
    for number in range(60):
        adult = Person.objects.create(given_name=f"Adult {number}", email=f"adult{number}@thuis.example")
        row = Guardianship.objects.create(
            guardian=adult, student=child, kind="custody", starts_on=TODAY, source="office"
        )
        row.approve(by=None, at=NOW)
        keys = service.subscription(f"{number}") | {"key": public_key()}
        PushSubscription.remember(adult, keys, kind="", at=NOW)


def stopped(engine: AtHand, postman: Postman, service: PushService) -> subprocess.Popen[bytes]:
    """A worker that stands still while it waits for an answer, and so holds no lock; its lease runs out."""
    jobs.wake()
    postman.delay = service.delay = 0.6
    zombie = start_worker(engine, postman, service, minutes=10 * KILLS)
    wait_for(1, postman.raw, service.rung)
    time.sleep(0.2)
    zombie.send_signal(signal.SIGSTOP)
    postman.delay = service.delay = 0.0
    return zombie


def doubles_in(names: list[str], channel: str) -> int:
    """All there is has arrived, each by the name it keeps on every try; how many came again."""
    expected = Delivery.objects.filter(channel=channel).exclude(reason="access").count()
    assert len(set(names)) == expected >= 60
    return len(names) - expected


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_f02_f03_whether_it_is_killed_or_wakes_up_too_late_a_worker_loses_nothing_and_doubles_at_most_one(
    transactional_db: None, engine: AtHand, cast: Cast, postman: Postman
) -> None:
    with push_service() as service:
        settle(cast.yusuf, service)
        praise(cast.yusuf)
        tell_due(NOW)
        postman.delay = service.delay = 0.01
        for kill in range(KILLS):
            jobs.wake()
            worker = start_worker(engine, postman, service, minutes=10 * kill)
            wait_for(18, postman.raw, service.rung)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        zombie = stopped(engine, postman, service)
        for minutes in (100, 110):  # the one on which the last worker died waits a minute longer
            for road in ("email", "push"):
                jobs.deliver.enqueue(road)  # the one that stands still has the last wake-up
            assert start_worker(engine, postman, service, minutes=minutes).wait(timeout=120) == 0
        ended = list(Delivery.objects.order_by("pk").values_list("state", "sent_at"))
        zombie.send_signal(signal.SIGCONT)
        assert zombie.wait(timeout=60) == 0
        assert list(Delivery.objects.order_by("pk").values_list("state", "sent_at")) == ended
    doubles = doubles_in([str(message["Message-ID"]) for message in postman.messages], "email")
    doubles += doubles_in([one.headers["Topic"] for one in service.rung], "push")
    assert doubles <= KILLS + 1
    assert not Delivery.objects.filter(state="waiting").exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_machines_share_the_work_and_bring_nothing_twice(
    transactional_db: None, engine: AtHand, cast: Cast, postman: Postman, tmp_path: Path
) -> None:
    with push_service() as service:
        settle(cast.yusuf, service)
        praise(cast.yusuf)
        tell_due(NOW)
        postman.delay = 0.02
        for _ in range(2):
            jobs.deliver.enqueue("email")
        homes = [str(tmp_path / name) for name in ("one", "another")]  # where each keeps its own settings
        machines = [start_worker(engine, postman, service, 0, DRIEHOEK_VAR=home) for home in homes]
        assert [machine.wait(timeout=60) for machine in machines] == [0, 0]
    assert len(engine.workers()) == 2
    assert doubles_in([str(message["Message-ID"]) for message in postman.messages], "email") == 0
