"""From the journal to the queue: a fact that has a notice must be told."""

from typing import Any  # what a signal sends along

from django.db import transaction

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.models import Telling
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.pace import keep_pace


def on_recorded(entry: Entry, **_: Any) -> None:
    """In the transaction of the fact: the row. After it: a wake-up, which may get lost without harm."""
    keep_pace(entry)
    if entry.verb in NOTICES:
        Telling.objects.create(entry=entry, due_at=entry.due_at)
        later = entry.due_at > entry.at
        teller = jobs.tell.using(run_after=entry.due_at) if later else jobs.tell
        transaction.on_commit(teller.enqueue)
