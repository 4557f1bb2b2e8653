"""How long assignments and what came out of them are kept (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.career.models import Assignment, Outcome, OutcomeVoice


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """As posts: this school year and the one before. What counts of it the student puts in her portfolio."""
    first = year_kept_from(day_of(now))
    old = Assignment.objects.filter(due_on__lt=first)
    said = Outcome.objects.filter(assignment__in=old)
    for outcome in said.exclude(text=""):
        forget_translations(outcome.texts.values(), by_hand=True)
    OutcomeVoice.silence(list(said.values_list("pk", flat=True)))
    count = old.count()
    old.delete()
    return Forgotten.note("career assignments", count, before=first, at=now)
