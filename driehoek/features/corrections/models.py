"""What a guardian says is different about herself, and the answer of the office."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person


class Field(models.TextChoices):
    """What may be corrected here. Names and birth dates come from the papers that the school saw."""

    MOBILE = "mobile", _("Mobiel nummer")
    EMAIL = "email", _("E-mail")
    ADDRESS = "address", _("Woonadres")


HELD_HERE = (Field.MOBILE, Field.EMAIL)  # a home address is with the school, never here


class CorrectionQuerySet(GuardedQuerySet["Correction"]):
    def open(self) -> "CorrectionQuerySet":
        return self.filter(answer=None)


class Correction(Guarded):
    """One field of one person. What she proposes later takes the place of what still waits."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    field = models.CharField(max_length=8, choices=Field.choices)
    before = models.CharField(max_length=254, blank=True)
    after = models.CharField(max_length=254, blank=True)  # of an address nothing once it is answered
    starts_on = models.DateField(null=True, blank=True)  # from which day she lives there
    at = models.DateTimeField()

    objects = CorrectionQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(field="address", before="") | (~Q(field="address") & Q(starts_on=None)),
                name="only_an_address_has_a_day_and_no_past",
            )
        ]

    @property
    def is_address(self) -> bool:
        return self.field == Field.ADDRESS

    @property
    def lines(self) -> list[str]:
        return self.after.splitlines()

    @classmethod
    @transaction.atomic
    def propose_all(cls, person: Person, changes: dict[str, str], *, at: dt.datetime) -> None:
        """What she fills in at one time, all of it or nothing."""
        for field, value in changes.items():
            cls.propose(person, field, value, at=at)

    @classmethod
    @transaction.atomic
    def propose(
        cls, person: Person, field: str, value: str, *, at: dt.datetime, starts_on: dt.date | None = None
    ) -> "Correction | None":
        """Put it before the office. Nothing new is nothing to ask; the same said twice is one proposal."""
        Person.objects.select_for_update().get(pk=person.pk)
        waiting = cls.objects.open().filter(person=person, field=field)
        if same := waiting.filter(after=value, starts_on=starts_on).first():
            return same
        waiting.delete()
        before = getattr(person, field) if field in HELD_HERE else ""
        if value == before:
            return None
        correction = cls.objects.create(
            person=person, field=field, before=before, after=value, starts_on=starts_on, at=at
        )
        record("corrections.correction.proposed", correction, by=person, at=at)
        record("corrections.correction.received", correction, by=None, at=at)
        return correction

    @transaction.atomic
    def accept(self, *, by: Person, at: dt.datetime) -> None:
        """From now on it counts, and no import writes over it: whoever has signed in owns these fields
        (decision 20). An address is with the school now, and its words go."""
        _row, is_new = CorrectionAnswer.objects.get_or_create(
            correction=self, defaults={"is_accepted": True, "by": by, "at": at}
        )
        if is_new:
            if self.field in HELD_HERE:
                Person.objects.filter(pk=self.person_id).update(**{self.field: self.after})
            self._forget_address()
            record("corrections.correction.answered", self, by=by, at=at)

    @transaction.atomic
    def decline(self, reason: str, *, by: Person, at: dt.datetime) -> None:
        _row, is_new = CorrectionAnswer.objects.get_or_create(
            correction=self, defaults={"is_accepted": False, "reason": reason, "by": by, "at": at}
        )
        if is_new:
            self._forget_address()
            record("corrections.correction.answered", self, by=by, at=at)

    def _forget_address(self) -> None:
        """Where somebody lives is kept no longer than the office needs to read it."""
        if self.is_address:
            self.after, self.starts_on = "", None
            self.save(update_fields=["after", "starts_on"])


class CorrectionAnswer(models.Model):
    """What the office said; a no has a reason."""

    correction = models.OneToOneField(Correction, models.CASCADE, related_name="answer")
    is_accepted = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_accepted=True) | ~Q(reason=""), name="a_no_has_a_reason")
        ]
