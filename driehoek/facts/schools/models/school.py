"""A board and its schools."""

import datetime as dt

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_BELL = dt.time(8, 30)  # of a school that has not said


class Board(models.Model):
    """The legal person that answers for its schools (bevoegd gezag)."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Sector(models.TextChoices):
    CHILDCARE = "childcare", _("Kinderopvang")
    PRIMARY = "primary", _("Basisschool")
    SECONDARY = "secondary", _("Middelbare school")
    VOCATIONAL = "vocational", _("Mbo")


class School(models.Model):
    """A school as parents know it: one name, one front door, one phone number."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="schools")
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=10, choices=Sector.choices)
    code = models.CharField(max_length=20, blank=True)  # BRIN and branch, as in the roster
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    colour = models.CharField(max_length=7, blank=True, validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")])
    # Until which age guardians look along of themselves. In vocational education a school may choose 16.
    guardians_until_age = models.PositiveSmallIntegerField(default=18)
    starts_at = models.TimeField(null=True, blank=True)  # the first bell; read it with `first_bell`
    bell_time = models.TimeField(default=dt.time(15, 10))  # when class news goes out on a school day
    help_text = models.CharField(max_length=200, blank=True)  # "Inloop: vrijdag 8.30 uur, in de hal"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "name"], name="one_school_a_name"),
            models.CheckConstraint(
                condition=models.Q(guardians_until_age__in=[16, 18]), name="guardians_until_16_or_18"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_bell(self) -> dt.time:
        """When a school day begins."""
        return self.starts_at or FIRST_BELL
