"""The question of the next morning: better again, or still ill?"""

import datetime as dt

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.features.absences.models.absence import Absence, Withdrawal


class MorningQuestionQuerySet(GuardedQuerySet["MorningQuestion"]):
    def open(self, day: dt.date) -> "MorningQuestionQuerySet":
        """Of this day, not answered, about a child who still counts as ill."""
        return self.filter(
            ~Exists(MorningAnswer.objects.filter(question=OuterRef("pk"))),
            ~Exists(Withdrawal.objects.filter(absence=OuterRef("absence"))),
            day=day,
            absence__ends_on=None,
        )


class MorningQuestion(Guarded):
    """Asked once for each school morning on which a child is still ill."""

    absence = models.ForeignKey(Absence, models.CASCADE, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    objects = MorningQuestionQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["absence", "day"], name="asked_once_a_morning")]

    def get_absolute_url(self) -> str:
        return reverse("absences:morning", args=[self.pk])

    @classmethod
    @transaction.atomic
    def ask(cls, absence: Absence, *, day: dt.date, at: dt.datetime) -> None:
        question, is_new = cls.objects.get_or_create(absence=absence, day=day, defaults={"at": at})
        if is_new:
            record("absences.morning.asked", question, by=None, at=at)

    def is_open_to(self, person: Person, *, day: dt.date) -> bool:
        """That day, while nobody answered; and whoever answered may still change it."""
        if day != self.day or Withdrawal.objects.filter(absence=self.absence_id).exists():
            return False
        given = MorningAnswer.objects.filter(question=self).first()
        return self.absence.ends_on is None if given is None else given.by_id == person.pk

    @transaction.atomic
    def answer(self, *, still_ill: bool, by: Person, at: dt.datetime) -> None:
        """The first answer counts, and only who gave it may change it; afterwards one reports ill, or better,
        as on any other day."""
        MorningQuestion.objects.select_for_update().get(pk=self.pk)
        given, is_new = MorningAnswer.objects.get_or_create(
            question=self, defaults={"still_ill": still_ill, "by": by, "at": at}
        )
        if not is_new and (given.still_ill == still_ill or not self.is_open_to(by, day=day_of(at))):
            return
        MorningAnswer.objects.filter(pk=given.pk).update(still_ill=still_ill, at=at)
        record("absences.morning.answered", self, by=by, at=at)
        if not still_ill:
            self.absence.recover(self.day, by=by, at=at)
        elif not is_new:
            self.absence.stay_ill(by=by, at=at)


class MorningAnswer(models.Model):
    """What home said that morning."""

    question = models.OneToOneField(MorningQuestion, models.CASCADE, related_name="+")
    still_ill = models.BooleanField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
