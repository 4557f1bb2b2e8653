"""A file with absences that somebody handed in, kept until she agreed, and what became of it. The same way as
with results."""

import datetime as dt

from django.db import models

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.facts.schools.brought import Brought, RememberedColumns
from driehoek.facts.schools.roster_import.roster import Fault

KEPT = dt.timedelta(days=7)  # how long a file waits for somebody to look
NAMED = dt.timedelta(days=90)  # how long it stands there which lines could not be used: to mend the source


class UploadQuerySet(GuardedQuerySet["Upload"]):
    def latest_first(self) -> "UploadQuerySet":
        return self.select_related("school", "by", "outcome").order_by("-at", "-pk")

    def forget_old(self, now: dt.datetime) -> None:
        """Throw away the files to which nobody said yes in time, and what was wrong in lines of long ago."""
        for upload in self.filter(at__lt=now - KEPT, is_forgotten=False):
            upload.throw_away()
        old = self.filter(at__lt=now - NAMED).values("pk")
        Outcome.objects.filter(upload__in=old).exclude(faults=[]).update(faults=[])


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

    def keep(self, outcome: "Outcome") -> None:
        """In place of what an earlier look found."""
        Outcome.objects.filter(upload=self).delete()
        outcome.upload = self
        outcome.save()

    def refuse(self, fault: Fault) -> None:
        """Nothing of this file is used."""
        self.keep(Outcome(is_refused=True, faults=[[fault.line, fault.reason]]))
        self.throw_away()

    @property
    def state(self) -> str:
        """One word for what became of it: the page has a sentence for each."""
        outcome = getattr(self, "outcome", None)
        if self.agreed_at:
            return "done"
        if outcome and outcome.is_refused:
            return "refused"
        if outcome and outcome.is_empty:
            return "same"
        if self.is_forgotten:
            return "forgotten"
        if outcome and outcome.unexplained:
            return "kinds"
        return "waiting" if outcome else "columns"


class Outcome(models.Model):
    """What the last look at a file found: numbers of lines, and which could not be used."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="outcome")
    is_refused = models.BooleanField(default=False)  # none of it can be used; its only fault says why
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)  # it was not so after all
    stays = models.PositiveIntegerField(default=0)  # we knew it already
    left_out = models.PositiveIntegerField(default=0)  # of a kind that this school does not bring
    unexplained = models.PositiveIntegerField(default=0)  # of a kind about which nobody said what it is
    faulty = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)  # [[line, reason], ...]: the first of them

    def __str__(self) -> str:
        return f"Outcome {self.pk}"

    @property
    def is_empty(self) -> bool:
        """Nothing would change."""
        return not (self.new or self.changed or self.gone or self.unexplained)

    @property
    def lines(self) -> int:
        """That stood in the file."""
        read = self.new + self.changed + self.gone + self.stays
        return read + self.left_out + self.unexplained + self.faulty


class ColumnChoices(RememberedColumns):
    """Of sheets with absences."""
