"""Asking the care group for another day: one day at home, another day there, or only one of the two."""

import datetime as dt
import uuid
from typing import Any  # what is written in a row

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


class SwapRequestQuerySet(GuardedQuerySet["SwapRequest"]):
    def with_everything(self) -> "SwapRequestQuerySet":
        rows = ("student__portrait", "group__school", "by", "decision__by", "withdrawal", "reversal__by")
        return self.select_related(*rows)


class SwapRequest(Guarded):
    """One child, one care group, one or two days. Its words are between who asks and the group."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form, so that sent twice is asked once
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    home_on = models.DateField(null=True, blank=True)
    comes_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    objects = SwapRequestQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(home_on__isnull=False) | Q(comes_on__isnull=False), name="a_swap_names_a_day"
            ),
            models.CheckConstraint(
                condition=Q(home_on=None) | Q(comes_on=None) | ~Q(home_on=F("comes_on")),
                name="a_swap_is_of_two_days",
            ),
        ]

    told: Told  # the words on the page for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        """What can be translated, by name: why it was asked, and what the group said."""
        said = {"words": (self.by, self.words)}
        if hasattr(self, "decision"):
            said["reason"] = (self.decision.by, self.decision.reason)
        if hasattr(self, "reversal"):
            said["reversal"] = (self.reversal.by, self.reversal.reason)
        where = (self.group.school_id, f"swap-{self.pk}")
        return {name: text_by(who, words, *where) for name, (who, words) in said.items() if words}

    @property
    def spoken_text(self) -> str:
        """How it stands, for who listens: the words of the page."""
        said = [] if self.is_open else [str(self.outcome)]
        said.append(self.student.given_name)
        for day, comes in self.days:
            words = gettext("Komt op %(day)s") if comes else gettext("Thuis op %(day)s")
            said.append(words % {"day": date_format(day, gettext("l j F"))})
        return ".\n".join([*said, *(text.words for text in self.texts.values())])

    @property
    def days(self) -> list[tuple[dt.date, bool]]:
        """Each day with whether the child comes, in the order of the calendar."""
        both = [(self.home_on, False), (self.comes_on, True)]
        return sorted((day, comes) for day, comes in both if day)

    @property
    def outcome(self) -> str | Promise:
        """How it stands, in one sentence."""
        if hasattr(self, "withdrawal"):
            return _("Deze vraag is ingetrokken")
        if not hasattr(self, "decision"):
            return _("De groep kijkt ernaar")
        if hasattr(self, "reversal"):
            return _("Dit gaat toch niet door")
        return _("Ja, dit is afgesproken") if self.decision.is_granted else _("Nee, dit kan niet")

    @property
    def is_open(self) -> bool:
        return not hasattr(self, "decision") and not hasattr(self, "withdrawal")

    def is_missed(self, today: dt.date) -> bool:
        """The first of its days came before an answer did."""
        return self.is_open and self.days[0][0] < today

    def is_answered_by(self, person: Person) -> bool:
        return hasattr(self, "decision") and self.decision.by_id == person.pk

    @property
    def mark(self) -> str:
        """Of what is asked now, so that nobody says yes to something else than she read."""
        return str(uuid.uuid5(self.token, f"{self.home_on} {self.comes_on} {self.words}"))

    def get_absolute_url(self) -> str:
        return reverse("absences:swap", args=[self.pk])

    def _held(self) -> bool:
        """Held until this is over; whether it still waits for an answer."""
        SwapRequest.objects.select_for_update().get(pk=self.pk)
        answered = SwapDecision.objects.filter(request=self).exists()
        return not answered and not SwapWithdrawal.objects.filter(request=self).exists()

    @transaction.atomic
    def change(
        self, *, home_on: dt.date | None, comes_on: dt.date | None, words: str, by: Person, at: dt.datetime
    ) -> None:
        """Other days or other words, as long as nobody answered."""
        said = {"home_on": home_on, "comes_on": comes_on, "words": words}
        if not self._held() or SwapRequest.objects.filter(pk=self.pk, **said).exists():
            return
        forget(self.texts.values())
        for name, value in said.items():
            setattr(self, name, value)
        self.save(update_fields=list(said))
        record("absences.swap.changed", self, by=by, at=at)

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """It is not needed any more; of an answer nothing is taken back."""
        if self._held():
            SwapWithdrawal.objects.create(request=self, by=by, at=at)
            record("absences.swap.withdrawn", self, by=by, at=at)
            forget(self.texts.values())

    @transaction.atomic
    def decide(
        self, *, is_granted: bool, reason: str, by: Person, at: dt.datetime, mark: str = ""
    ) -> "SwapDecision | None":
        """Yes or no, once; none when it was changed or taken back meanwhile. `mark` is of what was read.
        After a yes the days stand on the list of the group."""
        if not self._held() or SwapRequest.objects.get(pk=self.pk).mark != (mark or self.mark):
            return None
        decision = SwapDecision.objects.create(
            request=self, is_granted=is_granted, reason=reason, by=by, at=at
        )
        record("absences.swap.decided", self, by=by, at=at)
        if is_granted:
            self._agree(by=by, at=at)
        asked = SwapRequest.objects.with_everything().get(pk=self.pk)
        want(asked.texts.values(), languages_of(self.by.language), at=at)
        return decision

    @transaction.atomic
    def reverse(self, reason: str, *, by: Person, at: dt.datetime) -> None:
        """What was agreed does not go on, and why: of the days that are still to come."""
        SwapRequest.objects.select_for_update().get(pk=self.pk)
        if not SwapDecision.objects.filter(request=self, is_granted=True).exists():
            return
        said = {"reason": reason, "by": by, "at": at}
        _row, is_new = SwapReversal.objects.get_or_create(request=self, defaults=said)
        if not is_new:
            return
        record("absences.swap.reversed", self, by=by, at=at)
        ended = [row for row in self._rows(from_=day_of(at)) if row.end(at=at)]
        if ended:
            record("absences.swapday.ended", ended[0], by=by, at=at)
        asked = SwapRequest.objects.with_everything().get(pk=self.pk)
        want(asked.texts.values(), languages_of(self.by.language), at=at)

    def _rows(self, *, from_: dt.date) -> "list[SwapDay]":
        """The days as they were agreed here; not what was agreed about them since."""
        here = SwapDay.objects.filter(student=self.student_id, group=self.group_id, day__gte=from_)
        mine = Q(day=self.home_on, comes=False) | Q(day=self.comes_on, comes=True)
        return list(here.filter(mine).order_by("day"))

    @transaction.atomic
    def _agree(self, *, by: Person, at: dt.datetime) -> None:
        """One row a day, and one fact to tell about them."""
        rows = [self._row(day, {"comes": comes, "ended_at": None}) for day, comes in self.days]
        record("absences.swapday.agreed", rows[0], by=by, at=at)

    def _row(self, day: dt.date, said: dict[str, Any]) -> "SwapDay":
        row, _is_new = SwapDay.objects.update_or_create(
            student=self.student, group=self.group, day=day, defaults=said
        )
        return row


class SwapDecision(models.Model):
    """What the group said, and the sentence with it."""

    request = models.OneToOneField(SwapRequest, models.CASCADE, related_name="decision")
    is_granted = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SwapReversal(models.Model):
    """What was agreed counts no more because this row exists, and why."""

    request = models.OneToOneField(SwapRequest, models.CASCADE, related_name="reversal")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SwapWithdrawal(models.Model):
    """Nobody asks any more because this row exists."""

    request = models.OneToOneField(SwapRequest, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SwapDayQuerySet(GuardedQuerySet["SwapDay"]):
    def standing(self) -> "SwapDayQuerySet":
        return self.filter(ended_at=None)


class SwapDay(Guarded):
    """What was arranged about one day. Both homes read it; who asked, and in which words, is not in it."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    day = models.DateField()
    comes = models.BooleanField()
    ended_at = models.DateTimeField(null=True, blank=True)  # it does not go on after all

    objects = SwapDayQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "group", "day"], name="a_day_is_swapped_one_way")
        ]

    def end(self, *, at: dt.datetime) -> bool:
        """Whether it stood until now."""
        return bool(SwapDay.objects.standing().filter(pk=self.pk).update(ended_at=at))
