"""Files with results that somebody handed in, and what became of them. The same way as with rosters."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.brought import Brought, RememberedColumns
from driehoek.facts.schools.roster_import.roster import Fault
from driehoek.features.results.models.book import Source

KEPT = dt.timedelta(days=7)  # how long files wait for somebody to look


class UploadQuerySet(GuardedQuerySet["Upload"]):
    def latest_first(self) -> "UploadQuerySet":
        rows = self.select_related("school", "source", "by", "proposal", "decision", "refusal")
        return rows.order_by("-at", "-pk")

    def forget_old(self, now: dt.datetime) -> None:
        """Throw away the files that nobody looked at in time, and the names of faulty rows."""
        for upload in self.filter(at__lt=now - KEPT, is_forgotten=False):
            upload.forget()


class Upload(Brought, Guarded):
    """Files of one source."""

    FOLDER = "results"

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")

    objects = UploadQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    def refuse(self, fault: Fault) -> None:
        """Nothing of these files is used."""
        facts = {"file": fault.file[:200], "line": fault.line, "reason": fault.reason}
        Refusal.objects.update_or_create(upload=self, defaults=facts)
        self.forget()

    @transaction.atomic
    def decline(self, *, by: Person, now: dt.datetime) -> None:
        """Leave everything as it is, and throw the files away."""
        _row, is_new = Decision.objects.get_or_create(
            upload=self, defaults={"is_agreed": False, "by": by, "at": now}
        )
        if is_new:
            record("results.import.declined", self, by=by, at=now)
            transaction.on_commit(self.forget)

    def forget(self) -> None:
        Proposal.objects.filter(upload=self).update(faults=[], notes=[])
        self.throw_away()

    @property
    def state(self) -> str:
        """One word for what became of it: the page has a sentence for each."""
        if hasattr(self, "refusal"):
            return "refused"
        if hasattr(self, "decision"):
            return "done" if self.decision.is_agreed else "declined"
        if not hasattr(self, "proposal"):
            return "forgotten" if self.is_forgotten else "columns"
        if self.proposal.is_empty:
            return "same"
        return "forgotten" if self.is_forgotten else "waiting"


class Proposal(models.Model):
    """What an upload would change, as it was when somebody could last look at it."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="proposal")
    digest = models.CharField(max_length=64)  # of what would happen; agreeing asks whether it is still so
    is_empty = models.BooleanField()
    counts = models.JSONField()  # {"Wiskunde": {"added": 24, "changed": 1, "ended": 0}, ...}
    faults = models.JSONField()  # [[file, line, reason], ...]
    notes = models.JSONField()


class Refusal(models.Model):
    """Why an upload could not be read."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="refusal")
    file = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)


class Decision(models.Model):
    """Somebody said yes or no."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="decision")
    is_agreed = models.BooleanField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()


class ColumnChoices(RememberedColumns):
    """Of sheets with results."""
