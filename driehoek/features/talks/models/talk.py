"""A talk about one student: what kind, when and where, as people agreed by hand."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any  # a prefetch of whatever

from django.apps import apps
from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.talks.models.side import Side, at_table

if TYPE_CHECKING:
    from driehoek.backbone.access.viewer import Viewer

MINUTES = (10, 15, 20, 30, 45, 60)
TOLD_BEFORE = dt.timedelta(days=3)  # so long before the talk home reads what is serious
Invited = Mapping[Person, Corner]


class Kind(models.TextChoices):
    START = "start", _("Startgesprek")
    PROGRESS = "progress", _("Voortgangsgesprek")
    CHECK = "check", _("Kort gesprek")
    HOME = "home", _("Huisbezoek")
    OTHER = "other", _("Ander gesprek")


THE_TALK = {  # as it stands in the head of a card
    Kind.START: _("Het startgesprek"),
    Kind.PROGRESS: _("Het voortgangsgesprek"),
    Kind.CHECK: _("Het korte gesprek"),
    Kind.HOME: _("Het huisbezoek"),
    Kind.OTHER: _("Het gesprek"),
}


class TooSoon(Exception):
    """Home would not have its days with what was told as serious."""


class AlreadyHeld(Exception):
    """A record was made of it: it is not called off any more."""


class TalkQuerySet(GuardedQuerySet["Talk"]):
    def standing(self) -> "TalkQuerySet":
        return self.filter(cancellation=None)

    def coming(self, today: dt.date) -> "TalkQuerySet":
        """From today on; what was earlier today is still there."""
        return self.standing().filter(moment__date__gte=today)

    def closing(self) -> "TalkQuerySet":
        """Each with whether a record was made of it."""
        return self.annotate(has_record=_has_record())

    def not_closed(self) -> "TalkQuerySet":
        return self.filter(~_has_record())

    def joined(self) -> "TalkQuerySet":
        """With what hangs on one row; the sides come apart."""
        return self.closing().select_related("student__portrait", "school", "by", "cancellation__by")

    def with_people(self) -> "TalkQuerySet":
        return self.joined().prefetch_related(sides())


def _has_record() -> models.Exists:
    made = apps.get_model("talks.talkrecord")._default_manager.filter(talk=models.OuterRef("pk"))
    return models.Exists(made)


def sides(path: str = "sides") -> "models.Prefetch[Any]":
    """Everybody at the table, with their faces."""
    return models.Prefetch(path, at_table())


class Talk(Guarded):
    """One talk about one child. Two households that talk apart have two of these."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form: sent twice is planned once
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    moment = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    place = models.CharField(max_length=120)
    came_from = models.CharField(max_length=40, blank=True)  # "conversation-7": agreed there, one to one
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TalkQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["school", "moment"]), models.Index(fields=["student", "moment"])]

    told: Told  # its words for one reader, put there by put_in_words()

    def __str__(self) -> str:
        return f"Talk {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("talks:talk", args=[self.pk])

    @property
    def within(self) -> str:
        """Where a translation by hand stays."""
        return f"talk-{self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        said = {"place": text_by(self.by, self.place, self.school_id, self.within)}
        if self.is_off:
            gone = self.cancellation
            said["why_not"] = text_by(gone.by, gone.reason, self.school_id, self.within)
        return said

    @property
    def homes(self) -> str:
        """The names of who is asked from home and can still read it; of a talk with seated sides."""
        asked = (side for side in self.sides.all() if side.corner == Corner.HOME and not side.is_shut)
        return ", ".join(str(side.called) for side in asked)

    @property
    def called(self) -> str | Promise:
        """ "Het startgesprek"."""
        return THE_TALK[Kind(self.kind)]

    @property
    def is_off(self) -> bool:
        return hasattr(self, "cancellation")

    @property
    def ends_at(self) -> dt.datetime:
        return self.moment + dt.timedelta(minutes=self.minutes)

    @property
    def is_closed(self) -> bool:
        """School made a record of it, however early; asks nothing when it was found with closing()."""
        known: bool | None = vars(self).get("has_record")
        return self.records.exists() if known is None else known

    def is_over(self, now: dt.datetime) -> bool:
        """By the clock, or because it was closed before its planned end."""
        return self.ends_at <= now or self.is_closed

    def may_be_prepared(self, now: dt.datetime) -> bool:
        """Afterwards nothing is filled in any more."""
        return not self.is_off and not self.is_over(now)

    def days_until(self, today: dt.date) -> int:
        return (day_of(self.moment) - today).days

    def may_come_at(self, moment: dt.datetime) -> bool:
        """Later, always; sooner, while home has its days with all that was told as serious."""
        told = self.sides.filter(points__is_serious=True, points__at__gt=moment - TOLD_BEFORE)
        return moment >= self.moment or not told.exists()

    def side_of(self, viewer: "Viewer") -> Side | None:
        """Her own side in the hat she wears; asks nothing when the sides were fetched."""
        at_work = viewer.hat == "school"
        mine = (side for side in self.sides.all() if side.person_id == viewer.person.pk)
        return next((side for side in mine if (side.corner == Corner.SCHOOL) == at_work), None)

    @classmethod
    @transaction.atomic
    def plan(
        cls, student: Person, school: School, *, token: uuid.UUID, kind: str, moment: dt.datetime,
        minutes: int, place: str, invited: Invited, left_out: Mapping[Person, str], by: Person,
        at: dt.datetime, came_from: str = "",
    ) -> "Talk":  # fmt: skip
        """Ask everybody, and say why somebody is not asked. The same form sent twice is one talk."""
        said = {
            "student": student, "school": school, "kind": kind, "moment": moment, "minutes": minutes,
            "place": place, "came_from": came_from, "by": by, "at": at,
        }  # fmt: skip
        talk, is_new = cls.objects.get_or_create(token=uuid.uuid5(token, str(by.pk)), defaults=said)
        if is_new:
            Side.objects.bulk_create(
                Side(talk=talk, person=person, corner=corner) for person, corner in invited.items()
            )
            LeftOut.objects.bulk_create(
                LeftOut(talk=talk, person=person, reason=reason) for person, reason in left_out.items()
            )
            record("talks.talk.taken_over" if came_from else "talks.talk.planned", talk, by=by, at=at)
        return talk

    @transaction.atomic
    def move(self, *, moment: dt.datetime, minutes: int, place: str, by: Person, at: dt.datetime) -> None:
        """Another time or place; everybody at the talk hears it."""
        said = {"moment": moment, "minutes": minutes, "place": place}
        Talk.objects.select_for_update().get(pk=self.pk)
        if self.is_off or self.records.exists() or Talk.objects.filter(pk=self.pk, **said).exists():
            return
        if not self.may_come_at(moment):
            raise TooSoon
        for name, value in said.items():
            setattr(self, name, value)
        self.save(update_fields=list(said))
        TalkReminder.objects.filter(talk=self).delete()  # it is due anew
        self.sides.update(reply="")  # was about the moment before
        record("talks.talk.moved", self, by=by, at=at)

    @transaction.atomic
    def cancel(self, reason: str, *, by: Person, at: dt.datetime) -> None:
        """Nobody need come. Raises AlreadyHeld when a record says what was said."""
        Talk.objects.select_for_update().get(pk=self.pk)
        if self.records.exists():
            raise AlreadyHeld
        said = {"reason": reason, "by": by, "at": at}
        _row, is_new = Cancellation.objects.get_or_create(talk=self, defaults=said)
        if is_new:
            record("talks.talk.cancelled", self, by=by, at=at)

    @transaction.atomic
    def remind(self, kind: str, *, at: dt.datetime) -> None:
        """Some days before, and the day before: each once."""
        _row, is_new = TalkReminder.objects.get_or_create(talk=self, kind=kind, defaults={"at": at})
        if is_new:
            record(f"talks.talk.{kind}", self, by=None, at=at)


class LeftOut(models.Model):
    """Somebody who belongs at the talk was not asked, and why. School alone reads it."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="left_out")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "person"], name="left_out_of_a_talk_once")]


class Cancellation(models.Model):
    """The talk is off because this row exists."""

    talk = models.OneToOneField(Talk, models.CASCADE, related_name="cancellation")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class TalkReminder(models.Model):
    """Everybody was told that it comes."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)  # "ahead" or "near"
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["talk", "kind"], name="one_reminder_of_a_talk_of_a_kind")
        ]
