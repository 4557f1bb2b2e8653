"""What the student information system has had of absences: each version of each row in exactly one export."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.absences.models.absence import Absence


class Export(Guarded):
    """One batch of a school, with a number that counts up: the cursor of whoever reads along."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # None: the command
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "number"], name="one_export_a_number")]


class ExportLine(models.Model):
    """This version of this absence went along."""

    export = models.ForeignKey(Export, models.CASCADE, related_name="+")
    absence = models.ForeignKey(Absence, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["absence", "version"], name="each_version_goes_once")]
