"""How long day reports are kept: this school year and the one before it (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.dayreports.models import DayReport, DayVoice


@transaction.atomic
def forget(now: dt.datetime) -> int:
    first = year_kept_from(day_of(now))
    old = DayReport.objects.filter(day__lt=first)
    count = old.count()
    for report in old.exclude(words="").select_related("group"):
        forget_translations(report.texts.values(), by_hand=True)
    spoken = DayVoice.objects.filter(report__in=old).values_list("report", flat=True)
    DayVoice.silence(list(spoken))
    old.delete()
    return Forgotten.note("day reports", count, before=first, at=now)
