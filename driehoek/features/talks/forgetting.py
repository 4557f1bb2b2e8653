"""How long talks are kept: two school years, so that the next mentor can go on from what was agreed."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.features.talks.models import Pledge, Talk

KEPT = dt.timedelta(days=2 * 365)


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """All of a talk that was that long ago. Twice the same night finds nothing the second time."""
    old = Talk.objects.filter(moment__lt=now - KEPT)
    texts = [text for talk in old.with_people() for text in talk.texts.values()]
    said = Pledge.objects.filter(talk__in=old)
    texts += [text for pledge in said.select_related("talk") for text in pledge.texts.values()]
    forget_translations(texts, by_hand=True)
    count = old.count()
    said.delete()  # a pledge protects the side that does it
    old.delete()
    return Forgotten.note("school talks", count, before=day_of(now - KEPT), at=now)
