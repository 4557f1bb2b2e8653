"""An agreement about looking along: a student, a guardian and a mentor, and steps that let go by date."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

OBJECTING = dt.timedelta(days=5)  # after one said "a step further", for the others to say "not yet"
A_MONTH = dt.timedelta(days=31)  # before a step, all three are asked


class Mode(models.TextChoices):
    """How close a guardian looks along, from near to far."""

    TOGETHER = "together", _("Samen kijken")
    WEEKLY = "weekly", _("Een overzicht per week")
    SHARES = "shares", _("De leerling deelt zelf")


class Side(models.TextChoices):
    """The three corners of the triangle, each with its own signature."""

    STUDENT = "student", _("Leerling")
    GUARDIAN = "guardian", _("Ouder")
    MENTOR = "mentor", _("Mentor")


class LookAlongQuerySet(models.QuerySet["LookAlong"]):
    def open(self) -> Self:
        """Proposed or in force."""
        return self.filter(ended_at=None)

    def in_force(self) -> Self:
        return self.open().filter(sealed_at__isnull=False)

    def proposed(self) -> Self:
        return self.open().filter(sealed_at=None)

    def too_late(self, day: dt.date) -> Self:
        """Proposed, and overtaken by the calendar (see LookAlong.is_too_late)."""
        near = Step.objects.filter(agreement=OuterRef("pk"), starts_on__lt=day + A_MONTH)
        return self.proposed().filter(Exists(near.exclude(mode=Mode.TOGETHER)))

    def tapered(self, day: dt.date) -> Self:
        """Of which a later step than looking together has begun."""
        return self.in_force().filter(Exists(_begun(day, Mode.WEEKLY, Mode.SHARES)))

    def weekly(self, day: dt.date) -> Self:
        """At the step of a summary each week."""
        return self.in_force().filter(Exists(_begun(day, Mode.WEEKLY)), ~Exists(_begun(day, Mode.SHARES)))

    def asks(self, day: dt.date, **who: Person | Side) -> Self:
        """Of which the step that comes is less than a month away, and this person (`by`), or who stands on
        this `side`, did not answer yet."""
        coming = Step.objects.exclude(_begins(day)).exclude(mode=Mode.TOGETHER)
        hers = {f"answers__{key}": said for key, said in who.items()}
        answered = Exists(Step.objects.filter(pk=OuterRef("pk"), **hers))
        is_asked = Q(starts_on__lte=day + A_MONTH) & ~Q(answered)
        first = coming.filter(agreement=OuterRef("pk")).annotate(is_asked=is_asked)
        return self.in_force().filter(Q(models.Subquery(first.values("is_asked")[:1])))


class LookAlong(models.Model):
    """Of one guardian: what another guardian of the child agreed on stays with him.

    It counts from the third signature, and until a later one is signed. It narrows what this guardian
    sees of her own yes; who signs nothing keeps what the law and the school give.
    """

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)  # of the third signature
    ended_at = models.DateTimeField(null=True, blank=True)  # declined, or replaced by a later one

    objects = LookAlongQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["guardian", "student"])]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "guardian"],
                condition=Q(ended_at=None, sealed_at__isnull=False),
                name="one_agreement_in_force_a_pair",
            ),
            models.UniqueConstraint(
                fields=["student", "guardian"],
                condition=Q(ended_at=None, sealed_at=None),
                name="one_proposal_a_pair",
            ),
            models.CheckConstraint(
                condition=~Q(student=models.F("guardian")), name="nobody_agrees_with_herself"
            ),
        ]

    def __str__(self) -> str:
        return f"LookAlong {self.pk}"

    def is_too_late(self, day: dt.date) -> bool:
        """A step that lets go is less than a month away. Signed now, it would begin unasked."""
        later = (step for step in self.steps.all() if step.mode != Mode.TOGETHER)
        return self.sealed_at is None and any(step.starts_on < day + A_MONTH for step in later)

    @property
    def sign_before(self) -> dt.datetime | None:
        """From this moment on a signature is too late; None when no step lets go."""
        later = (step.starts_on for step in self.steps.all() if step.mode != Mode.TOGETHER)
        first = min(later, default=None)
        return at(first - A_MONTH + dt.timedelta(days=1), dt.time()) if first else None


class Step(models.Model):
    """How close, from which day on. Whatever is asked meanwhile, the day itself decides."""

    agreement = models.ForeignKey(LookAlong, models.CASCADE, related_name="steps")
    mode = models.CharField(max_length=8, choices=Mode.choices)
    starts_on = models.DateField()
    until_what = models.CharField(max_length=60, blank=True)  # the holiday it is bound to: "herfstvakantie"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "mode"], name="one_step_a_mode")]
        ordering = ["starts_on", "pk"]


class Signature(models.Model):
    """One of the three says yes."""

    agreement = models.ForeignKey(LookAlong, models.CASCADE, related_name="signatures")
    side = models.CharField(max_length=8, choices=Side.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "side"], name="one_signature_a_side")]


class NotSigned(models.Model):
    """One of the three says no to a proposal."""

    agreement = models.OneToOneField(LookAlong, models.CASCADE, related_name="refusal")
    side = models.CharField(max_length=8, choices=Side.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Reason(models.Model):
    """Why one of the three proposed this, or declined it: between that one and the mentor."""

    agreement = models.ForeignKey(LookAlong, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)
    at = models.DateTimeField()


def _begun(day: dt.date, *modes: Mode) -> "models.QuerySet[Step]":
    return Step.objects.filter(_begins(day), agreement=OuterRef("pk"), mode__in=modes)


def _begins(day: dt.date) -> Q:
    """Steps that have begun: on their day, or sooner when somebody asked for it and the others had their days
    to object."""
    further = Step.objects.filter(answers__is_further=True, answers__on__lte=day - OBJECTING)
    not_yet = Step.objects.filter(answers__is_further=False)
    sooner = Q(pk__in=further.values("pk")) & ~Q(pk__in=not_yet.values("pk"))
    return Q(starts_on__lte=day) | sooner
