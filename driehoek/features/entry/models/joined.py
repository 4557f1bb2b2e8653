"""Which person went up in which other one."""

from django.conf import settings
from django.db import models


class JoinedPerson(models.Model):
    """Two rosters knew one adult as two persons, until she showed with a letter that they are one."""

    gone = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    into = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(gone=models.F("into")), name="nobody_joins_herself")
        ]
