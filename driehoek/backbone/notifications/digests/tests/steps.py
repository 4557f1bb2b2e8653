"""From a fact to a digest, for tests to walk through by hand."""

import datetime as dt

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from tests.cast import AMSTERDAM

FRIDAY = dt.datetime(2026, 11, 20, 15, 30, tzinfo=AMSTERDAM)  # the day after the cast's moment
MONDAY = dt.datetime(2026, 11, 23, 7, 0, tzinfo=AMSTERDAM)


def wish(person: Person, rhythm: str, *, category: str = "news") -> None:
    prefer(person, category=category, channel="email", rhythm=rhythm)


def run(now: dt.datetime) -> None:
    """Everything that is due at that moment, as the jobs would do it."""
    while tell_due(now):
        pass
    while deliver_due("email", clock=lambda: now):
        pass
    while gather_due(now):
        pass
    while send_due("email", clock=lambda: now):
        pass
