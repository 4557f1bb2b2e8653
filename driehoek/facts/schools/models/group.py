"""A group of students within a school year."""

import re
from collections.abc import Iterable
from typing import Any  # what save() takes and hands on

from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.layers import layer_of
from driehoek.facts.schools.models.school import School


class SchoolYear(models.Model):
    school = models.ForeignKey(School, models.CASCADE, related_name="years")
    name = models.CharField(max_length=20)  # "2026-2027"
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "name"], name="one_year_a_name"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="a_year_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupKind(models.TextChoices):
    CLASS = "class", _("Klas")
    TEACHING = "teaching", _("Lesgroep")
    CARE = "care", _("Opvanggroep")
    CHILD = "child", _("Kindgroep")
    COUNCIL = "council", _("Raad")
    CLUB = "club", _("Club")


class Group(models.Model):
    """A class, a teaching group, a care group: whoever is taught or looked after together."""

    school = models.ForeignKey(School, models.CASCADE, related_name="groups")
    year = models.ForeignKey(SchoolYear, models.PROTECT, related_name="groups")
    kind = models.CharField(max_length=10, choices=GroupKind.choices, default=GroupKind.CLASS)
    name = models.CharField(max_length=60)  # "groep 5", "1B", as it stands in a sentence
    layer = models.PositiveSmallIntegerField(null=True, blank=True)  # the year of the school it is in

    class Meta:
        indexes = [models.Index(fields=["school", "year"])]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **how: Any) -> None:
        """A layer follows from the name."""
        if update_fields is None or "name" in update_fields:
            self.layer = layer_of(self.name)
            update_fields = update_fields and {*update_fields, "layer"}
        super().save(*args, update_fields=update_fields, **how)

    @property
    def order(self) -> tuple[bool, list[tuple[str, int]], int]:
        """For a list: classes as one counts them, groep 2 before groep 10, and after them the childcare."""
        pieces = re.findall(r"(\D*)(\d*)", self.name.casefold())
        return self.kind == GroupKind.CARE, [(word, int(number or 0)) for word, number in pieces], self.pk
