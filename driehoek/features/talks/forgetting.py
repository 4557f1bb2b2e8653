"""How long talks are kept: two school years, so that the next mentor can go on from what was agreed."""

import datetime as dt
from typing import Any  # rows of several models, with texts

from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.access.rules.gathering import ALONG_FOR
from driehoek.backbone.journal.models import Forgotten
from driehoek.backbone.media.models import Voice
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget as forget_translations
from driehoek.base.core.clock import day_of
from driehoek.features.talks.models import (
    Answer,
    AnswerVoice,
    AskedAlong,
    Companion,
    HomeSituation,
    HomeVoice,
    NotesVoice,
    Pledge,
    Point,
    PointVoice,
    RecordVoice,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)

KEPT = dt.timedelta(days=2 * 365)


@transaction.atomic
def forget(now: dt.datetime) -> int:
    """All of a talk that was that long ago. Twice the same night finds nothing the second time."""
    old = Talk.objects.filter(moment__lt=now - KEPT)
    forget_translations(_texts(list(old.with_people())), by_hand=True)
    _silence(old)
    StaffNote.objects.filter(at__lt=now - KEPT).delete()
    _forget_who_came_along(now)
    count = old.count()
    Pledge.objects.filter(talk__in=old).delete()  # a pledge protects the side that does it
    old.delete()
    return Forgotten.note("school talks", count, before=day_of(now - KEPT), at=now)


def _silence(old: QuerySet[Talk]) -> None:
    """What was spoken before these talks, and at the table."""
    before: dict[type[Voice], Any] = {AnswerVoice: Answer, HomeVoice: HomeSituation, PointVoice: Point}
    for voice, said in before.items():
        voice.silence(said.objects.filter(side__talk__in=old).values_list("pk", flat=True))
    NotesVoice.silence(TalkNotes.objects.filter(talk__in=old).values_list("pk", flat=True))
    RecordVoice.silence(TalkRecord.objects.filter(talk__in=old).values_list("pk", flat=True))


def _forget_who_came_along(now: dt.datetime) -> None:
    """Some weeks after a talk it matters to nobody who else was there."""
    long_ago = now - ALONG_FOR
    asked = AskedAlong.objects.filter(talk__moment__lt=long_ago)
    said = [text for one in asked.select_related("talk", "by") for text in one.texts.values()]
    forget_translations(said, by_hand=True)
    asked.delete()
    Companion.objects.filter(side__talk__moment__lt=long_ago).delete()


def _texts(talks: list[Talk]) -> list[Text]:
    """Everything that was written for these talks."""
    sides = [side.pk for talk in talks for side in talk.sides.all()]
    said: list[Any] = [*talks]
    for model in (Answer, HomeSituation, Point):
        said += model.objects.filter(side__in=sides).select_related("side__talk")
    for other in (Pledge, TalkNotes, TalkRecord):
        said += other.objects.filter(talk__in=talks).select_related("talk", "by")
    return [text for one in said for text in one.texts.values()]
