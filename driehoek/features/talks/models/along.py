"""Who comes along to a talk: a colleague whom school asks, and whoever somebody at home brings."""

import datetime as dt

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.models.talk import Talk

MOST_BROUGHT = 3  # by one person


class AskedAlong(Guarded):
    """A colleague of that school, and why. She sits beside it: she has no side, and confirms nothing."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="along")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=120)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "person"], name="asked_along_once")]
        ordering = ["pk"]

    told: Told  # put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        return {"reason": text_by(self.by, self.reason, self.talk.school_id, self.talk.within)}

    @classmethod
    @transaction.atomic
    def ask(cls, talk: Talk, person: Person, reason: str, *, by: Person, at: dt.datetime) -> "AskedAlong":
        """She hears it, and so does everybody at the talk. Asked again, nothing changes."""
        said = {"reason": reason, "by": by, "at": at}
        asked, is_new = cls.objects.get_or_create(talk=talk, person=person, defaults=said)
        if is_new:
            record("talks.along.asked", asked, by=by, at=at)
            record("talks.along.told", asked, by=by, at=at)
        return asked

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """She reads nothing of it any more."""
        gone, _rows = AskedAlong.objects.filter(pk=self.pk).delete()
        if gone:
            record("talks.along.removed", self.talk, by=by, at=at)
            forget(self.texts.values(), by_hand=True)

    @transaction.atomic
    def open_home(self, side: Side, *, by: Person, at: dt.datetime) -> None:
        """She may read how it is at this home. Only who told it says so."""
        _row, is_new = HomeOpened.objects.get_or_create(asked=self, side=side, defaults={"at": at})
        if is_new:
            record("talks.along.home_opened", self.talk, by=by, at=at)

    @transaction.atomic
    def close_home(self, side: Side, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = HomeOpened.objects.filter(asked=self, side=side).delete()
        if gone:
            record("talks.along.home_closed", self.talk, by=by, at=at)


class HomeOpened(models.Model):
    """This side lets this colleague read how it is at home because this row exists."""

    asked = models.ForeignKey(AskedAlong, models.CASCADE, related_name="opened")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "side"], name="a_home_is_opened_once")]


class CompanionKind(models.TextChoices):
    INTERPRETER = "interprets", _("Tolk")
    FAMILY = "family", _("Familie")
    SUPPORT = "support", _("Iemand die mij helpt")


class TooMany(Exception):
    """More people than one person brings to a talk."""


class Companion(Guarded):
    """Whom somebody of home brings, by name: the portal knows no more of her, and opens nothing to her."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="companions")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=CompanionKind.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["side", "name"], name="brought_once")]
        ordering = ["pk"]

    @classmethod
    @transaction.atomic
    def bring(cls, side: Side, name: str, kind: str, *, by: Person, at: dt.datetime) -> "Companion":
        """Everybody at the talk hears that somebody comes. The same name twice is one person."""
        Side.objects.select_for_update().get(pk=side.pk)
        here = cls.objects.filter(side=side)
        if not here.filter(name=name).exists() and here.count() >= MOST_BROUGHT:
            raise TooMany
        made, is_new = cls.objects.get_or_create(side=side, name=name, defaults={"kind": kind, "at": at})
        if is_new:
            record("talks.companion.named", made, by=by, at=at)
        return made

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = Companion.objects.filter(pk=self.pk).delete()
        if gone:
            record("talks.companion.removed", self.side.talk, by=by, at=at)
