"""The nightly purge of the ledger, child by child; each writes itself down, without a name."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten, record
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.purging import YEARS, due, purge
from driehoek.facts.schools.leaving import years_before


def purge_ledgers(now: dt.datetime) -> int:
    """Each child in a transaction of her own: one that fails holds up nobody."""
    today, answers = day_of(now), 0
    for child in due(today):
        with transaction.atomic():
            row = purge(child, by=None, at=now, day=today)
            record("consents.ledger.purged", row, by=None, at=now)
            answers += row.answers
    return Forgotten.note("answers about photos", answers, before=years_before(today, YEARS), at=now)
