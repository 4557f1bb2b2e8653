"""How long ticks, wishes and answers are kept (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.kitchen.models import Reflection, ReflectionVoice, Talked, Wish, WishVoice
from driehoek.features.kitchen.models.talked import KEPT


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """A term: longer nobody looks back at a tick, or at what a child asked for one week."""
    ticks, wishes = Talked.objects.filter(at__lt=now - KEPT), Wish.objects.filter(at__lt=now - KEPT)
    for wish in wishes.exclude(words=""):
        forget_translations(wish.texts.values(), by_hand=True)
    count = ticks.count() + wishes.count()
    WishVoice.silence(list(wishes.values_list("pk", flat=True)))
    ticks.delete()
    wishes.delete()
    return Forgotten.note("ticks and wishes at the kitchen table", count, before=(now - KEPT).date(), at=now)


@transaction.atomic
def forget_reflections(now: dt.datetime) -> int:
    """As posts: this school year and the one before."""
    first = year_kept_from(day_of(now))
    old = Reflection.objects.filter(week__lt=first)
    count = old.count()
    for answer in old.exclude(text=""):
        forget_translations(answer.texts.values(), by_hand=True)
    ReflectionVoice.silence(list(old.values_list("pk", flat=True)))
    old.delete()
    return Forgotten.note("answers about a week", count, before=first, at=now)
