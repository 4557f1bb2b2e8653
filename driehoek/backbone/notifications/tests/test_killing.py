"""kill -9 in the middle of a batch: nothing lost, at most one double a kill, under the same Message-ID."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, praise
from driehoek.facts.people.models import Guardianship, Person
from tests.cast import NOW, TODAY, Cast
from tests.servers.database import url
from tests.servers.smtp import Postman

MODULE = "driehoek.backbone.notifications.tests.working_process"
KILLS = 3


def start_worker(postman: Postman, minutes: int) -> subprocess.Popen[bytes]:
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "driehoek.config.settings",
        "DRIEHOEK_DATABASE_URL": url(),
        "DRIEHOEK_EMAIL_URL": postman.url,
    }
    return subprocess.Popen([sys.executable, "-m", MODULE, after(minutes=minutes).isoformat()], env=env)


def wait_for(postman: Postman, more: int) -> None:
    """Until so many more messages have arrived."""
    wanted, deadline = len(postman.raw) + more, time.monotonic() + 60
    while len(postman.raw) < wanted:
        assert time.monotonic() < deadline
        time.sleep(0.002)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_loses_nothing_and_doubles_at_most_one(
    transactional_db: None, cast: Cast, postman: Postman
) -> None:
    for number in range(60):  # every one of them may see the child, so every one must get the mail
        adult = Person.objects.create(given_name=f"Adult {number}", email=f"adult{number}@thuis.example")
        row = Guardianship.objects.create(
            guardian=adult, student=cast.yusuf, kind="custody", starts_on=TODAY, source="office"
        )
        row.approve(by=None, at=NOW)
    praise(cast.yusuf)
    tell_due(NOW)
    postman.delay = 0.01
    for kill in range(KILLS):
        jobs.deliver.enqueue("email")
        worker = start_worker(postman, minutes=10 * kill)
        wait_for(postman, more=8)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    for minutes in (100, 110):  # the one on which the last worker died waits a minute longer
        assert start_worker(postman, minutes=minutes).wait(timeout=120) == 0
    names = Counter(message["Message-ID"] for message in postman.messages)
    doubles = sum(count - 1 for count in names.values())
    expected = Delivery.objects.exclude(reason="access").count()
    assert expected >= 62
    assert (len(names), doubles <= KILLS) == (expected, True)
    assert not Delivery.objects.filter(state="waiting").exists()
