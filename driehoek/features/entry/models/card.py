"""A printed card with which a young child signs in on a device of the class."""

import datetime as dt

from django.conf import settings
from django.db import models

from driehoek.facts.schools.models import Group
from driehoek.features.entry.codes import digests


class StudentCard(models.Model):
    """Good until the end of the school year, or until a new one is printed."""

    student = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()  # the last day it works
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def by_code(cls, code: str, *, day: dt.date) -> "StudentCard | None":
        """The card with this code, if it works that day."""
        return (
            cls.objects.filter(code_hash__in=digests(code), withdrawn_at=None, expires_on__gte=day)
            .select_related("student", "group")
            .first()
        )
