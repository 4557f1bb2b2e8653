"""Two questions to all parents and students of a school, from one day up to and including another."""

import datetime as dt
from collections.abc import Mapping
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.text import capfirst

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import at as moment_at
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.pulse.models.side import OPENED, Side
from driehoek.features.pulse.own_language import translate_for_readers
from driehoek.features.pulse.usual import Readers

QUIET = dt.timedelta(weeks=6)  # between two rounds nobody is asked again
LONGEST = dt.timedelta(weeks=6)
MORNING = dt.time(8)
Questions = Mapping[str, tuple[str, str]]  # by side; empty words are the usual ones


class RoundQuerySet(GuardedQuerySet["Round"]):
    def near(self, school: School, first: dt.date, last: dt.date, *, besides: "Round | None" = None) -> Self:
        """Rounds of this school for which this one would come too soon."""
        close = self.filter(school=school, starts_on__lte=last + QUIET, ends_on__gte=first - QUIET)
        return close.exclude(pk=besides.pk) if besides else close


class Round(Guarded):
    """It has no name of its own: it is called after its month."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    closed_at = models.DateTimeField(null=True)  # counted, and who answered is forgotten
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RoundQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "starts_on"], name="one_round_begins_a_day"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="a_round_ends_later"),
        ]

    def __str__(self) -> str:
        return f"Round {self.pk}"

    @property
    def name(self) -> str:
        """ "September 2026": with six weeks between them no two are called the same."""
        return capfirst(date_format(self.starts_on, "F Y"))

    def is_over(self, today: dt.date) -> bool:
        return self.ends_on < today

    def has_begun(self, today: dt.date) -> bool:
        return self.starts_on <= today

    def get_absolute_url(self) -> str:
        return reverse("pulse:round", args=[self.pk])

    @classmethod
    @transaction.atomic
    def open(
        cls, school: School, first: dt.date, last: dt.date, questions: Questions, *,
        by: Person, at: dt.datetime,
    ) -> "Round":  # fmt: skip
        """Asked a second time, or by a colleague at the same moment, it is the one that is there."""
        School.objects.select_for_update().get(pk=school.pk)
        if known := cls.objects.near(school, first, last).first():
            return known
        made = cls.objects.create(school=school, starts_on=first, ends_on=last, by=by, at=at)
        for readers in Readers.values:
            Side.objects.create(round=made, readers=readers)
        made._write(questions, by=by, at=at)
        return made

    @transaction.atomic
    def change(
        self, first: dt.date, last: dt.date, questions: Questions, *, by: Person, at: dt.datetime
    ) -> None:
        """Until it begins."""
        School.objects.select_for_update().get(pk=self.school_id)
        if Round.objects.near(self.school, first, last, besides=self).exists():
            return
        self.starts_on, self.ends_on = first, last
        self.save(update_fields=["starts_on", "ends_on"])
        self._write(questions, by=by, at=at)

    @transaction.atomic
    def _write(self, questions: Questions, *, by: Person, at: dt.datetime) -> None:
        due_at = max(at, moment_at(self.starts_on, MORNING))
        for side in self.sides.all():
            side.put(*questions.get(side.readers, ("", "")), by=by)
            record(OPENED, side, by=by, at=at, due_at=due_at)
            translate_for_readers(side, self.starts_on, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """With everything that was answered."""
        gone, _rows = Round.objects.filter(pk=self.pk).delete()
        if gone:
            record("pulse.round.removed", self.school, by=by, at=at)
