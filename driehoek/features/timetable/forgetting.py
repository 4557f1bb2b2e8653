"""How long a timetable is kept: 400 days after it stopped to count (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import day_of
from driehoek.features.timetable.models import Lesson, LessonChange

KEPT = dt.timedelta(days=400)


@transaction.atomic
def forget(now: dt.datetime) -> int:
    before = day_of(now) - KEPT
    old = Lesson.objects.filter(ends_on__lt=before)
    count = old.count()
    old.delete()
    LessonChange.objects.filter(day__lt=before).delete()
    return Forgotten.note("lessons", count, before=before, at=now)
