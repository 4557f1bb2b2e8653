"""Asking for leave: what the law calls it, how long, and what the head of the school decides.

Leerplichtwet 1969 (decision 66 says what was read and what a lawyer must see): art. 11 under f with art. 13a,
holiday because of the particular nature of a parent's work, once a school year, at most ten school days and
not in the first two weeks of lessons; art. 11 under g with art. 14, other weighty circumstances, decided by
the head up to ten school days in a school year, above that by the compulsory education officer of the
municipality (leerplichtambtenaar); they may be asked until two days after they came up (leave_law.py).
Duties of religion (art. 11 under e, art. 13) are told, not asked: see reason.py.
Whoever disagrees may object within six weeks (Algemene wet bestuursrecht, art. 6:7).
"""

import datetime as dt
import uuid

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import Shown, Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.absences.leave_law import most_days
from driehoek.features.absences.models.absence import Absence
from driehoek.features.absences.models.reason import Reason
from driehoek.features.absences.models.voice import DecisionVoice, LeaveVoice

TIME_TO_DECIDE = dt.timedelta(days=14)
EVERY_DAY = "12345"  # ISO numbers of the days on which one must be at school


class Ground(models.TextChoices):
    """Why leave is asked for; the law behind each is in LAW."""

    WEDDING = "wedding", _("Bruiloft in de familie")
    FUNERAL = "funeral", _("Overlijden of ernstige ziekte in de familie")
    JUBILEE = "jubilee", _("Jubileum in de familie")
    MOVING = "moving", _("Verhuizing")
    HOLIDAY = "holiday", _("Vakantie kan niet op een ander moment door werk")
    OTHER = "other", _("Een andere belangrijke reden")


LAW = {Ground.HOLIDAY: _("Leerplichtwet 1969, artikel 11f en 13a")}
LAW_OF_THE_REST = _("Leerplichtwet 1969, artikel 11g en 14")


class LeaveRequestQuerySet(GuardedQuerySet["LeaveRequest"]):
    def undecided(self) -> "LeaveRequestQuerySet":
        return self.filter(decision=None, withdrawal=None)

    def granted(self) -> "LeaveRequestQuerySet":
        return self.filter(decision__is_granted=True, withdrawal=None)

    def with_everything(self) -> "LeaveRequestQuerySet":
        rows = ("student__portrait", "school", "by", "decision__by", "forwarding", "withdrawal")
        return self.select_related(*rows)


class LeaveRequest(Guarded):
    """One child, one school, some days. Its words are between who asks and the head."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form, so that sent twice is asked once
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    ground = models.CharField(max_length=8, choices=Ground.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    school_days = models.PositiveSmallIntegerField()
    weekdays = models.CharField(max_length=5, default=EVERY_DAY)  # fewer only for who must qualify
    explanation = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    decide_by = models.DateField()

    objects = LeaveRequestQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["school", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="leave_ends_after_it_starts"
            )
        ]

    told: Told  # the words on the sheet for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        """What of the sheet can be translated, by name: why it was asked, and what the head said."""
        said = {"explanation": (self.by, self.explanation)}
        if self.is_decided:
            said["reason"] = (self.decision.by, self.decision.reason)
        said |= {back.name: (back.by, back.reason) for back in self.reversals.all()}
        where = (self.school_id, f"leave-{self.pk}")
        return {name: text_by(who, words, *where) for name, (who, words) in said.items() if words}

    @property
    def voices(self) -> dict[str, list[Attachment]]:
        """What was spoken, by the name of the words beside which it stands: one or none of each."""
        said = {"explanation": LeaveVoice.heard_in(self.pk)}
        return said | ({"reason": DecisionVoice.heard_in(self.decision.pk)} if self.is_decided else {})

    @property
    def spoken_text(self) -> str:
        """How it stands, for who listens: the words of the sheet."""
        first, last = (date_format(day, gettext("l j F Y")) for day in (self.starts_on, self.ends_on))
        said = [str(self.outcome), self.student.given_name, f"{gettext('Van')} {first}"]
        said += [f"{gettext('Tot en met')} {last}", self.get_ground_display(), self.explanation]
        return ".\n".join([*filter(None, said), *([self.decision.reason] if self.is_decided else [])])

    @property
    def outcome(self) -> str | Promise:
        """How it stands, in one sentence."""
        if hasattr(self, "withdrawal"):
            return _("Deze aanvraag is ingetrokken")
        if self.is_decided:
            return _("Het verlof is toegekend") if self.decision.is_granted else _("Het verlof is afgewezen")
        return _("De leerplichtambtenaar beslist") if self.is_forwarded else _("De directie kijkt ernaar")

    @property
    def taken_back(self) -> "list[tuple[LeaveReversal, Shown]]":
        """Each decision that counts no more, with the head's words as this reader gets them."""
        return [(back, self.told[back.name]) for back in self.reversals.all()]

    def _translate(self, *, at: dt.datetime) -> None:
        """For whoever asked."""
        want(self.texts.values(), languages_of(self.by.language), at=at)

    @property
    def most_days(self) -> int:
        """That the head may give in one school year."""
        return most_days(days_of(self.weekdays))

    @property
    def law(self) -> object:
        return LAW.get(Ground(self.ground), LAW_OF_THE_REST)

    @property
    def is_forwarded(self) -> bool:
        return hasattr(self, "forwarding")

    @property
    def is_decided(self) -> bool:
        return hasattr(self, "decision")

    @property
    def is_open(self) -> bool:
        return not self.is_decided and not hasattr(self, "withdrawal")

    def get_absolute_url(self) -> str:
        return reverse("absences:leave", args=[self.pk])

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """It is not needed any more. After a yes the child is expected at school again."""
        LeaveRequest.objects.select_for_update().get(pk=self.pk)
        _row, is_new = LeaveWithdrawal.objects.get_or_create(request=self, defaults={"by": by, "at": at})
        if is_new:
            self._expect_again(by=by, at=at)
            record("absences.leave.withdrawn", self, by=by, at=at)
            forget(self.texts.values())

    @transaction.atomic
    def reverse(self, reason: str, *, by: Person, at: dt.datetime) -> None:
        """The head takes her decision back and says why; then it is open again."""
        decision = LeaveDecision.objects.select_for_update().filter(request=self).first()
        if decision is None:
            return
        LeaveReversal.objects.create(
            request=self, was_granted=decision.is_granted, reason=reason, by=by, at=at
        )
        self._expect_again(by=by, at=at)
        DecisionVoice.silence([decision.pk])
        decision.delete()
        record("absences.leave.reversed", self, by=by, at=at)
        LeaveRequest.objects.with_everything().get(pk=self.pk)._translate(at=at)

    def _expect_again(self, *, by: Person, at: dt.datetime) -> None:
        """Off the list of those days, unless the other parent was granted the same."""
        mine = LeaveDecision.objects.filter(request=self).first()
        if mine is None or mine.absence is None:
            return
        standing = LeaveDecision.objects.filter(absence=mine.absence, request__withdrawal=None)
        if not standing.exclude(pk=mine.pk).exists():
            mine.absence.withdraw(by=by, at=at)

    @transaction.atomic
    def forward(self, *, by: Person, at: dt.datetime) -> None:
        """More than ten days is for the officer of the municipality; the head sends it on."""
        _row, is_new = LeaveForwarding.objects.get_or_create(request=self, defaults={"by": by, "at": at})
        if is_new:
            record("absences.leave.forwarded", self, by=by, at=at)

    @transaction.atomic
    def decide(
        self, *, is_granted: bool, reason: str, by: Person, at: dt.datetime, voice: Attachment | None = None
    ) -> None:
        """Yes or no, once, and never to what was taken back meanwhile. After a yes the child is on the list
        of those days."""
        LeaveRequest.objects.select_for_update().get(pk=self.pk)
        if LeaveWithdrawal.objects.filter(request=self).exists():
            return
        decision, is_new = LeaveDecision.objects.get_or_create(
            request=self, defaults={"is_granted": is_granted, "reason": reason, "by": by, "at": at}
        )
        if not is_new:
            return
        DecisionVoice.carry(decision.pk, voice)
        if is_granted:
            decision.absence = self._absence(by=by, at=at)
            decision.save(update_fields=["absence"])
        record("absences.leave.decided", self, by=by, at=at)
        LeaveRequest.objects.with_everything().get(pk=self.pk)._translate(at=at)

    def _absence(self, *, by: Person, at: dt.datetime) -> Absence:
        """On the list of those days: once, also when both parents asked for the same days."""
        words = {
            "student": self.student, "school": self.school, "reason": Reason.LEAVE,
            "starts_on": self.starts_on, "ends_on": self.ends_on,
        }  # fmt: skip
        here = Absence.objects.standing().filter(student=self.student, school=self.school)
        for missed in here.filter(reason=Reason.UNKNOWN, starts_on__range=(self.starts_on, self.ends_on)):
            missed.withdraw(by=by, at=at)  # asked afterwards: now it is known why
        same = here.filter(**words, report=None).first()
        return same or Absence.objects.create(**words, told_at=at)


def days_of(weekdays: str) -> set[int]:
    return {int(day) for day in weekdays}


class LeaveForwarding(models.Model):
    """The compulsory education officer decides, because this row exists."""

    request = models.OneToOneField(LeaveRequest, models.CASCADE, related_name="forwarding")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class LeaveDecision(models.Model):
    """What was decided, and why."""

    request = models.OneToOneField(LeaveRequest, models.CASCADE, related_name="decision")
    is_granted = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    absence = models.ForeignKey(Absence, models.SET_NULL, null=True, blank=True, related_name="+")


class LeaveReversal(models.Model):
    """A decision that counts no more, and why; the request waits for a new one."""

    request = models.ForeignKey(LeaveRequest, models.CASCADE, related_name="reversals")
    was_granted = models.BooleanField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    @property
    def name(self) -> str:
        """Among the texts of its request."""
        return f"reversal{self.pk}"


class LeaveWithdrawal(models.Model):
    """Nobody asks any more because this row exists."""

    request = models.OneToOneField(LeaveRequest, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
