"""Clocks that jump, that are changed in the night, or that are wrong: everything comes once, and when it
should (F12). That the database is asked for its own time stands in digests/tests/test_moments.py."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection

from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.models import Delivery, Telling
from driehoek.backbone.notifications.reconciling import reconcile
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, bring, praise
from driehoek.backbone.notifications.tests.story import VERB
from driehoek.backbone.notifications.urgent import declare_urgent
from driehoek.base.core import clock
from driehoek.base.core.management.commands.work import Command
from driehoek.base.core.models import Alarm
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)


@pytest.fixture
def ahead(cast: Cast) -> Iterator[None]:
    """The clock of this computer runs five minutes ahead of that of the database."""
    with pytest.MonkeyPatch.context() as patch:  # of its own: that of the cast ends after it
        patch.setattr(clock, "of_database", lambda: NOW)
        patch.setattr(clock, "shared", lambda: lambda: NOW)
        patch.setattr(clock, "now", lambda: NOW + 5 * MINUTE)
        yield


def letters_to(person: Person, postman: Postman) -> int:
    return postman.recipients.count([person.email])


def test_f12_what_is_planned_does_not_leave_early_from_a_computer_that_is_ahead(
    cast: Cast, ahead: None, postman: Postman
) -> None:
    praise(cast.yusuf, due_at=after(minutes=3))
    jobs.tell.call()
    jobs.deliver.call("email")
    assert Telling.objects.get().state == "waiting" and postman.raw == []
    bring(after(minutes=3))
    assert letters_to(cast.naima, postman) == 1


def test_f12_a_computer_that_is_ahead_takes_nothing_from_a_worker_that_lives(cast: Cast, ahead: None) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    held = Delivery.objects.filter(channel="email").claim(NOW, limit=5)
    jobs.sweep.call()
    jobs.deliver.call("email")
    assert {row.lease_token for row in Delivery.objects.filter(pk__in=[one.pk for one in held])} == {
        held[0].lease_token
    }
    assert not Delivery.objects.exclude(stumbles=0).exists()
    reconcile(after(minutes=5))  # the control: by its own clock it would have
    assert Delivery.objects.get(pk=held[0].pk).stumbles == 1


def test_f12_workers_go_by_the_clock_of_the_database_and_somebody_hears_of_one_that_is_wrong(
    cast: Cast, ahead: None
) -> None:
    assert Command()._worker([], 1).clock() == NOW
    assert Command()._worker(["urgent"], 1).clock() == NOW
    jobs.sweep.call()
    assert Alarm.objects.get().thing.startswith("clock of ")
    assert Alarm.objects.get().reason == "300 seconds from the database"


def test_f12_a_clock_that_jumps_an_hour_brings_what_is_planned_once(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf, due_at=NOW + 2 * HOUR)
    for hours in (0, 1, 2, 3, 2, 1, 2, 3, 4):  # ahead and back, twice
        bring(NOW + hours * HOUR)
    assert letters_to(cast.naima, postman) == letters_to(cast.rachid, postman) == 1


@pytest.mark.parametrize(
    ("night", "planned"),
    [
        (dt.date(2026, 10, 25), dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)),  # half past two comes twice
        (dt.date(2027, 3, 28), dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)),  # and here never
    ],
)
def test_f12_what_is_planned_for_the_hour_in_which_clocks_are_changed_comes_once(
    cast: Cast, postman: Postman, night: dt.date, planned: dt.datetime
) -> None:
    due_at = clock.at(night, dt.time(2, 30))
    urgent = record(VERB, cast.yusuf, by=None, at=NOW, due_at=due_at)
    declare_urgent(urgent, reason="Het hek is stuk.", by=cast.marja, at=NOW)
    came, moment = list[dt.datetime](), clock.at(night, dt.time(0))
    for _quarter in range(16):
        moment += 15 * MINUTE
        before = letters_to(cast.naima, postman)
        bring(moment)
        came += [moment] * (letters_to(cast.naima, postman) - before)
    assert came == [planned]


@pytest.mark.django_db
def test_f12_who_sets_the_clock_of_a_computer_changes_nothing_in_a_batch_that_has_begun() -> None:
    with time_machine.travel(NOW, tick=False) as computer:
        shared = clock.shared()
        began = shared()
        computer.shift(HOUR)
        moved = shared() - began
    assert moved < MINUTE if connection.vendor == "postgresql" else moved == HOUR  # a file has no other clock
