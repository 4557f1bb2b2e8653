"""An adult who answers for a child: since when, on what ground, and what it opens."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models.person import Person


class Kind(models.TextChoices):
    CUSTODY = "custody", _("Ouder met gezag")
    FOSTER = "foster", _("Pleegouder")
    NO_CUSTODY = "no_custody", _("Ouder zonder gezag")
    DELEGATE = "delegate", _("Helpt mee, zoals opa of oma")


DECIDING = (Kind.CUSTODY, Kind.FOSTER)  # who may answer for a child under 16


class Source(models.TextChoices):
    IMPORT = "import", _("Leerlingadministratie")
    OFFICE = "office", _("School")
    FAMILY = "family", _("Gezin")


class GuardianshipQuerySet(models.QuerySet["Guardianship"]):
    def on(self, day: dt.date) -> "GuardianshipQuerySet":
        """Running that day, agreed by the school, and not overruled by a restriction."""
        return self.filter(
            Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, approval__isnull=False
        ).exclude(pk__in=self.model.objects.blocked(day).values("pk"))

    def blocked(self, day: dt.date) -> "GuardianshipQuerySet":
        """Whatever the row says: an adult who must not come near this child that day."""
        return self.filter(
            Q(student__restrictions__ends_on=None) | Q(student__restrictions__ends_on__gte=day),
            student__restrictions__kind="no_access",
            student__restrictions__adult=models.F("guardian"),
            student__restrictions__starts_on__lte=day,
        )

    def waiting(self) -> "GuardianshipQuerySet":
        """Not agreed yet: opens nothing."""
        return self.filter(approval__isnull=True)


class Guardianship(models.Model):
    """One adult and one child. Ending the row ends access; a household owns nothing.

    A parent without custody sees nothing unless the school grants it (BW 1:377c); what is granted
    are the four "may" columns, never more than the kind allows.
    """

    guardian = models.ForeignKey(Person, models.CASCADE, related_name="guardianships")
    student = models.ForeignKey(Person, models.CASCADE, related_name="guardians")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sees_child = models.BooleanField(default=True)  # what is about this child alone
    sees_group = models.BooleanField(default=True)  # what is for the parents of the group
    may_answer = models.BooleanField(default=True)  # reply, consent, sign up
    may_collect = models.BooleanField(default=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day it counts
    source = models.CharField(max_length=8, choices=Source.choices)
    basis = models.CharField(max_length=200, blank=True)  # which paper the office saw; never shown to family

    objects = GuardianshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardian", "student"], condition=Q(ends_on=None), name="one_open_guardianship_a_pair"
            ),
            models.CheckConstraint(condition=~Q(guardian=models.F("student")), name="nobody_guards_herself"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="guardianship_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"Guardianship {self.pk}"

    @transaction.atomic
    def approve(self, *, by: Person | None, at: dt.datetime) -> None:
        """The school has checked who this adult is. Saying it twice changes nothing."""
        Approval.objects.get_or_create(guardianship=self, defaults={"by": by, "at": at})

    def end(self, *, on: dt.date) -> None:
        """Counts until and including that day."""
        self.ends_on = max(on, self.starts_on)
        self.save(update_fields=["ends_on"])


class Approval(models.Model):
    """The school stands for this guardianship. Without this row it opens nothing."""

    guardianship = models.OneToOneField(Guardianship, models.CASCADE, related_name="approval")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # None: custody was explicit
    at = models.DateTimeField()


class StudentGrantQuerySet(models.QuerySet["StudentGrant"]):
    def on(self, day: dt.date) -> "StudentGrantQuerySet":
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class StudentGrant(models.Model):
    """A student shows one kind of information to one guardian: when she is of age, or when she shares it
    herself. She gives it, and she takes it back."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=InformationKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = StudentGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "guardian", "kind"],
                condition=Q(ends_on=None),
                name="one_open_grant_a_kind",
            )
        ]
