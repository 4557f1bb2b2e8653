"""What somebody wants to talk about, written or spoken: it is known before, so that nothing is a surprise."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models.answer import SideWords
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.models.talk import TOLD_BEFORE, Talk


class Subject(models.TextChoices):
    WELL_BEING = "well", _("Hoe het gaat")
    LEARNING = "learning", _("Leren en werk")
    TOGETHER = "together", _("Met anderen")
    HOME = "home", _("Thuis en vrije tijd")
    LATER = "later", _("Later")


class TooLate(Exception):
    """Something serious cannot be said for the first time at the table."""


class Point(SideWords):
    """One thing to talk about. A serious one was told at home before: its note went out with it."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="points")
    subject = models.CharField(max_length=8, choices=Subject.choices)
    is_serious = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)  # what home is told about it beforehand

    voices: list[Attachment]  # put there by points_at()
    beside: list[Beside]  # what lies with it for one reader, put there by TalkPage

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_serious=False) | ~Q(note=""), name="a_serious_point_was_told_before"
            )
        ]

    @property
    def texts(self) -> dict[str, Text]:
        talk = self.side.talk
        if not self.note:
            return super().texts
        return super().texts | {"note": Text(self.note, self.language, talk.school_id, within=talk.within)}

    @classmethod
    @transaction.atomic
    def add(
        cls, side: Side, subject: str, words: str, *, by: Person, at: dt.datetime, note: str = "",
        is_serious: bool = False, voice: Attachment | None = None,
    ) -> "Point":  # fmt: skip
        """The same of the same side is one point, unless home is now told about it, or another thing is
        spoken with it. What is serious needs its note in writing, days before."""
        if is_serious and not (note and may_still_tell(side.talk, at)):
            raise TooLate
        same = {"side": side, "subject": subject, "words": words, "note": note, "is_serious": is_serious}
        before = cls.objects.filter(**same).filter(PointVoice.says(voice)).order_by("pk").first()
        if before:
            return before
        point = cls.objects.create(**same, language=language_of(words, by.language), at=at)
        PointVoice.carry(point.pk, voice)
        record("talks.point.told" if is_serious else "talks.point.added", point, by=by, at=at)
        return point

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """With what was spoken. Of what was told at home as serious, the note went out: it stays."""
        if not self.is_serious:
            PointVoice.silence([self.pk])
        gone, _rows = Point.objects.filter(pk=self.pk, is_serious=False).delete()
        if gone:
            record("talks.point.removed", self.side.talk, by=by, at=at)
            forget(self.texts.values(), by_hand=True)


class PointVoice(Voice):
    """Whoever reads the point hears it."""

    CARRIER = "point"

    point = models.OneToOneField(Point, models.CASCADE, related_name="+")


def may_still_tell(talk: Talk, now: dt.datetime) -> bool:
    """Whether there are days enough left for home to read it."""
    return now + TOLD_BEFORE <= talk.moment
