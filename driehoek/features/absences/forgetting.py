"""How long the daily arrangements are kept; the register of the school keeps absences longer."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from driehoek.backbone.index.keeping import keep
from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.leaving import left_by
from driehoek.features.absences.models import (
    Absence,
    DecisionVoice,
    LeaveDecision,
    LeaveRequest,
    LeaveReversal,
    LeaveVoice,
    ListAlarm,
    ListSeen,
    Pickup,
    Report,
    SwapDay,
    SwapRequest,
    Upload,
)

FETCHED = dt.timedelta(days=90)  # who fetched whom: as long as somebody may ask about it
WORDS = dt.timedelta(days=180)  # why leave was asked and refused: until an objection is over
KEPT = dt.timedelta(days=settings.ABSENCES_KEPT_DAYS)  # a school year, so that leave can be counted


@transaction.atomic
def forget(now: dt.datetime) -> None:
    """All of it. Twice the same night finds nothing the second time."""
    today = day_of(now)
    forget_absences(today - KEPT, now)
    forget_leave(today - KEPT, now)
    forget_words(today - WORDS, now)
    old = Pickup.objects.filter(day__lt=today - FETCHED)
    forget_swaps(today - FETCHED, now)
    Upload.objects.forget_old(now)
    Forgotten.note("pick-ups", old.delete()[0], before=today - FETCHED, at=now)


def forget_absences(before: dt.date, now: dt.datetime) -> None:
    """An illness without an end goes when the child left that long ago."""
    over = Q(ends_on__lt=before) | Q(ends_on=None, starts_on__lt=before, student__in=left_by(before))
    old = Absence.objects.filter(over)
    count = old.count()
    old.delete()
    told = Absence.objects.exclude(report=None).values("report")
    Report.objects.filter(at__date__lt=before).exclude(pk__in=told).delete()
    ListSeen.objects.filter(day__lt=before).delete()
    ListAlarm.objects.filter(day__lt=before).delete()
    Forgotten.note("absences", count, before=before, at=now)


def forget_swaps(before: dt.date, now: dt.datetime) -> None:
    """With what was said about it; the last of its days counts."""
    over = (Q(home_on=None) | Q(home_on__lt=before)) & (Q(comes_on=None) | Q(comes_on__lt=before))
    old = SwapRequest.objects.with_everything().filter(over)
    for asked in old:
        forget_translations(asked.texts.values(), by_hand=True)
    count = SwapRequest.objects.filter(over).count()
    SwapRequest.objects.filter(over).delete()
    SwapDay.objects.filter(day__lt=before).delete()
    Forgotten.note("swapped days", count, before=before, at=now)


def forget_leave(before: dt.date, now: dt.datetime) -> None:
    """With what was decided about it, and why."""
    old = LeaveRequest.objects.filter(ends_on__lt=before)
    count = old.count()
    old.delete()
    Forgotten.note("leave", count, before=before, at=now)


def forget_words(before: dt.date, now: dt.datetime) -> None:
    """What was asked and decided stays a while; words about a family, typed or
    spoken, do not."""
    over = list(LeaveRequest.objects.with_everything().filter(ends_on__lt=before))
    for asked in over:
        forget_translations(asked.texts.values(), by_hand=True)
    LeaveVoice.silence(asked.pk for asked in over)
    DecisionVoice.silence(asked.decision.pk for asked in over if asked.is_decided)
    said = LeaveRequest.objects.filter(ends_on__lt=before).exclude(explanation="")
    count = said.update(explanation="")
    count += LeaveDecision.objects.filter(request__ends_on__lt=before).exclude(reason="").update(reason="")
    reversed_ = LeaveReversal.objects.filter(request__ends_on__lt=before).exclude(reason="")
    count += reversed_.update(reason="")
    keep(LeaveRequest.objects.with_everything().filter(pk__in=[asked.pk for asked in over]))  # the index too
    Forgotten.note("words about leave", count, before=before, at=now)
