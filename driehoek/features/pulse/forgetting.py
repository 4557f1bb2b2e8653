"""What is kept of two questions, and how long (docs/retention.md)."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.access.rules.pulse import FEWEST
from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.features.pulse.asking import people_asked
from driehoek.features.pulse.models import Participation, Round, Sentence, Side

SENTENCES = dt.timedelta(days=365)
SUMS = dt.timedelta(days=5 * 365 + 1)


@transaction.atomic
def close_all(now: dt.datetime) -> int:
    """Each round that is over: how many could answer is counted, and who did is forgotten."""
    today = day_of(now)
    over = list(Round.objects.filter(ends_on__lt=today, closed_at=None))
    gone = 0
    for side in Side.objects.filter(round__in=over).select_related("round"):
        side.asked = max(people_asked(side, side.round.ends_on).count(), side.answered)
        side.save(update_fields=["asked"])
        gone += Participation.objects.filter(side=side).delete()[0]
    Round.objects.filter(pk__in=[one.pk for one in over]).update(closed_at=now)
    return Forgotten.note("who answered two questions", gone, before=today, at=now)


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """Sentences after a year, and at once where too few answered to show any; the sums after five."""
    today = day_of(now)
    old = Sentence.objects.filter(side__round__ends_on__lt=today - SENTENCES)
    old |= Sentence.objects.filter(side__round__ends_on__lt=today, side__answered__lt=FEWEST)
    spoken = list(old.select_related("side__round"))
    forget_translations([text for one in spoken for text in one.texts.values()], by_hand=True)
    gone = old.delete()[0]
    gone += Round.objects.filter(ends_on__lt=today - SUMS).delete()[0]
    return Forgotten.note("two questions", gone, before=today - SENTENCES, at=now)
