"""How long proposals about own data and people near a child are kept (docs/retention.md)."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_words
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Guardianship, NearPerson, Protection
from driehoek.facts.schools.leaving import left_by
from driehoek.features.corrections.models import Correction, Field
from driehoek.features.corrections.refusing import texts_everywhere

ANSWERED = dt.timedelta(days=90)
UNANSWERED = dt.timedelta(days=400)  # a school year: the office is reminded by its page


def addresses_of_who_hides() -> Q:
    """An address that waited when its family began to hide: told by telephone from then on."""
    hidden = Protection.objects.values("student")
    families = Guardianship.objects.filter(student__in=hidden).values("guardian")
    return Q(field=Field.ADDRESS, answer=None) & (Q(person__in=hidden) | Q(person__in=families))


@transaction.atomic
def forget(now: dt.datetime) -> None:
    """Answered proposals hold a former number or address; who was taken off a list is nobody's business."""
    before = now - ANSWERED
    unanswered = Q(answer=None, at__lt=now - UNANSWERED)
    old = Correction.objects.filter(Q(answer__at__lt=before) | unanswered | addresses_of_who_hides())
    count = old.count()
    said = [row.answer for row in old.filter(answer__isnull=False).select_related("answer__by")]
    forget_words(texts_everywhere(said, day_of(now)), by_hand=True)
    old.delete()
    Forgotten.note("corrections", count, before=day_of(before), at=now)
    refused = Q(answer__is_agreed=False, answer__at__lt=before)
    away = Q(student__in=left_by(day_of(before)))
    people = NearPerson.objects.filter(Q(removed_at__lt=before) | refused | away)
    count = people.count()
    answers = [row.answer for row in people.filter(answer__isnull=False).select_related("answer__by")]
    forget_words(texts_everywhere(answers, day_of(now)), by_hand=True)
    people.delete()
    Forgotten.note("people near a child", count, before=day_of(before), at=now)
