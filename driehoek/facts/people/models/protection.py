"""What beats every other row. The roster import has no business in this file."""

import datetime as dt

from django.db import models
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models.person import Person
from driehoek.facts.people.telephones import normal


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    def on(self, day: dt.date) -> "RestrictionQuerySet":
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def reading_along(
        self, person: Person | OuterRef, address: str | OuterRef, day: dt.date
    ) -> "RestrictionQuerySet":
        """Blocks on somebody else at the same mailbox or telephone: what goes there about her child, or about
        herself, he reads."""
        blocks = self.around(person, day)
        return blocks.filter(Q(adult__email__iexact=address) | Q(adult__mobile=address))

    def around(self, person: Person | OuterRef, day: dt.date) -> "RestrictionQuerySet":
        """Blocks on others around herself or her child."""
        children = Q(student=person) | Q(student__guardians__guardian=person)
        return self.on(day).filter(children, kind=Restriction.Kind.NO_ACCESS).exclude(adult=person)

    def has_telephone(self, person: Person, day: dt.date) -> bool:
        """Whether somebody who is blocked around her has her number too, however it was written."""
        hers = normal(person.mobile)
        theirs = self.around(person, day).values_list("adult__mobile", flat=True)
        return bool(hers) and any(normal(mobile) == hers for mobile in theirs)


class Restriction(models.Model):
    """An adult who must be kept away from a child, wholly or in part."""

    class Kind(models.TextChoices):
        NO_ACCESS = "no_access", _("Geen toegang")
        CHILD_ONLY = "child_only", _("Alleen over het kind, niets van de groep")

    student = models.ForeignKey(Person, models.CASCADE, related_name="restrictions")
    adult = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=200)
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    objects = RestrictionQuerySet.as_manager()


class Protection(models.Model):
    """A child whose whereabouts must not be known: never in a list, never in an export."""

    student = models.OneToOneField(Person, models.CASCADE, related_name="protection")
    basis = models.CharField(max_length=200)
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()


class ProtectionReader(models.Model):
    """One of the few colleagues who may see a protected child."""

    protection = models.ForeignKey(Protection, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["protection", "person"], name="named_once")]
