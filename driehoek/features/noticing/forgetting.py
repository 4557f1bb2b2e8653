"""How long it is kept what a mentor did: as long as a rule may look back (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import day_of
from driehoek.features.noticing.counting import looks_back
from driehoek.features.noticing.models import Invitation, SetAside


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """After that it changes no list any more."""
    before = looks_back(day_of(now))
    gone = SetAside._default_manager.filter(day__lt=before).delete()[0]
    gone += Invitation._default_manager.filter(day__lt=before).delete()[0]
    return Forgotten.note("answers to what was noticed", gone, before=before, at=now)
