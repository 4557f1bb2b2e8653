"""Calling news urgent: it passes the evening, the weekend and every choice, in a lane of its own."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.models import Lane, Telling, Urgency
from driehoek.facts.people.models import Person


@transaction.atomic
def declare_urgent(entry: Entry, *, reason: str, by: Person, at: dt.datetime) -> None:
    """In the transaction of the fact. Whether she may, the page asks: to="alarm" of her school."""
    urgency, is_new = Urgency.objects.get_or_create(
        entry=entry, defaults={"reason": reason, "by": by, "at": at}
    )
    if is_new:
        Telling.objects.filter(entry=entry).update(lane=Lane.URGENT)
        record("notifications.urgency.declared", urgency, by=by, at=at)
        transaction.on_commit(lambda: jobs.in_lane(jobs.tell, Lane.URGENT).enqueue(Lane.URGENT))
