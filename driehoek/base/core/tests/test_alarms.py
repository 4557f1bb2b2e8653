"""Whoever runs the installation finds what stands still, and says when it was looked at."""

from io import StringIO

import pytest
from django.core.management import call_command

from driehoek.base.core.models.alarm import ring
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def told(*options: str) -> tuple[str, int]:
    paper, status = StringIO(), 0
    try:
        call_command("alarms", *options, stdout=paper)
    except SystemExit as ended:
        status = int(ended.code or 0)
    return paper.getvalue(), status


def test_an_alarm_is_told_until_somebody_has_looked() -> None:
    assert told() == ("Nothing stands still.\n", 0)
    ring("notifications.delivery 17", "72 hours: unreachable", at=NOW)
    line = "2026-11-19 15:00  notifications.delivery 17: 72 hours: unreachable\n"
    assert told() == (line, 1)
    assert told("--seen") == (line, 0)
    assert told() == ("Nothing stands still.\n", 0)


def test_the_log_says_it_once_until_somebody_has_looked(caplog: pytest.LogCaptureFixture) -> None:
    for waiting in (12, 13):
        ring("notifications.queue", f"{waiting} messages wait", at=NOW)
    assert [record.getMessage() for record in caplog.records] == [
        "alarm: notifications.queue: 12 messages wait"
    ]
    told("--seen")
    ring("notifications.queue", "14 messages wait", at=NOW)
    assert len(caplog.records) == 2
