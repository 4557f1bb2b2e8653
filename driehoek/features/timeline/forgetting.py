"""How long the way through school is kept: until two years after its end (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import left_by, years_before
from driehoek.features.timeline.models import Milestone

KEPT = 2  # years


@transaction.atomic
def forget(now: dt.datetime) -> int:
    gone = years_before(day_of(now), KEPT)
    old = Milestone.objects.filter(student__in=left_by(gone))
    count = old.count()
    for milestone in old:
        forget_translations(milestone.texts.values(), by_hand=True)
    old.delete()
    return Forgotten.note("ways through school", count, before=gone, at=now)
