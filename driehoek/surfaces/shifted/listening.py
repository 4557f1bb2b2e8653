"""From the calendar to the agreements: what waits for a holiday waits for it where it lies now."""

import datetime as dt
from typing import Any  # what a signal carries besides

from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.following.shifting import follow_calendar

CALENDAR = ("holidays.holiday.added", "holidays.holiday.changed", "holidays.holiday.removed")


def on_recorded(entry: Entry, **_: Any) -> None:
    holiday = entry.subject if entry.verb in CALENDAR else None
    if isinstance(holiday, Holiday):
        _shift(holiday, by=entry.actor, at=entry.at)


@transaction.atomic
def _shift(holiday: Holiday, *, by: Person | None, at: dt.datetime) -> None:
    for agreement in follow_calendar(holiday.school, day_of(at)):
        record("shifted.agreement.moved", agreement, by=by, at=at)
