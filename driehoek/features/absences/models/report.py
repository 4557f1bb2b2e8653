"""What somebody at home told school in one go: one child or several, at one school or several."""

import uuid

from django.db import models
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person


class Report(Guarded):
    """Who told it is for her alone and for school. What it says about a child is an Absence, and that the
    other who answers for the child sees too: a row with other readers."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form, so that sent twice is told once
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def get_absolute_url(self) -> str:
        return reverse("absences:told", args=[self.pk])
