"""What is on the calendar: days without school, and shown work of which an earlier letter told."""

import datetime as dt

from django.db.models import Q, QuerySet

from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import day_of
from driehoek.features.newsletters.letter import LOOK_AHEAD, ComingDay, holidays_coming
from driehoek.features.newsletters.models import Block, Kind, Newsletter


def coming_for(newsletter: Newsletter, groups: set[int], role: str, now: dt.datetime) -> list[ComingDay]:
    """For who reads it through these groups."""
    day = day_of(now)
    shown = list(shows_told_before(newsletter, day, now).filter(_fits(groups, role, newsletter)).distinct())
    put_in_words(shown, now=now)
    return [
        *holidays_coming(newsletter.school, day),
        *(ComingDay(block.on, block.on, block.told["title"].words, block) for block in shown if block.on),
    ]


def shows_told_before(newsletter: Newsletter, day: dt.date, now: dt.datetime) -> QuerySet[Block]:
    """Work that is shown in the coming weeks, of letters of this school that are out."""
    told = Block.objects.filter(newsletter__school=newsletter.school_id, kind=Kind.SHOW)
    told = told.filter(newsletter__sending__due_at__lte=now, newsletter__withdrawal=None)
    told = told.filter(on__gte=day, on__lte=day + LOOK_AHEAD).exclude(newsletter=newsletter)
    return told.select_related("newsletter", "audience").order_by("on", "starts", "pk")


def _fits(groups: set[int], role: str, newsletter: Newsletter) -> Q:
    lines = "audience__lines"
    return Q(**{f"{lines}__role": role}) & (
        Q(**{f"{lines}__group__in": groups}) | Q(**{f"{lines}__school": newsletter.school_id})
    )
