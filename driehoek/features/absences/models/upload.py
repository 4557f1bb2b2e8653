"""A file with absences that somebody handed in, kept until she agreed. The same way as with results."""

import datetime as dt

from django.db import models

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.facts.schools.brought import Brought

KEPT = dt.timedelta(days=7)  # how long a file waits for somebody to look


class UploadQuerySet(GuardedQuerySet["Upload"]):
    def forget_old(self, now: dt.datetime) -> None:
        """Throw away the files to which nobody said yes in time."""
        for upload in self.filter(at__lt=now - KEPT, is_forgotten=False):
            upload.throw_away()


class Upload(Brought, Guarded):
    """A file of one system. What it would change is worked out when somebody looks."""

    FOLDER = "absences"

    source = models.CharField(max_length=40)  # "Magister"
    agreed_at = models.DateTimeField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    def __str__(self) -> str:
        return f"Upload {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.agreed_at is None and not self.is_forgotten
