"""From which system of the school an absence came, and when that wrote it."""

from django.db import models

from driehoek.facts.schools.models import School
from driehoek.features.absences.models.absence import Absence


class SourceLine(models.Model):
    """One absence of one line in a file: by its key the same line is known again."""

    absence = models.OneToOneField(Absence, models.CASCADE, related_name="source_line")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    source = models.CharField(max_length=40)  # "Magister"
    key = models.CharField(max_length=120)  # the source's own, or made of who, when and which lesson
    stamped_at = models.DateTimeField()  # when the source wrote it, or else when we read it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "source", "key"], name="one_absence_a_line")]

    def __str__(self) -> str:
        return f"SourceLine {self.pk}"
