"""An upload and everything that became of it. What somebody decided is a row; files live until then."""

import datetime as dt
import secrets

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.brought import Brought, RememberedColumns
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import import proposal as proposals
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.reading.columns import fits
from driehoek.facts.schools.roster_import.reading.formats import read, titles_of
from driehoek.facts.schools.roster_import.roster import Fault, Roster, RosterRefused

KEPT = dt.timedelta(days=7)  # how long files wait for somebody to look


class UploadQuerySet(GuardedQuerySet["Upload"]):
    def waiting(self) -> "UploadQuerySet":
        """Proposed, and nobody has said yes or no yet."""
        return self.filter(decision=None, proposal__isnull=False)

    def asked_before(self, school: School, digest: str) -> "UploadQuerySet":
        """The same question, still open or answered with no; what nobody looked at in time is asked anew."""
        asked = self.filter(school=school, proposal__digest=digest).exclude(decision__is_agreed=True)
        return asked.exclude(is_forgotten=True, decision=None)

    def latest_first(self) -> "UploadQuerySet":
        return self.select_related("school", "by", "proposal", "decision", "refusal").order_by("-at", "-pk")

    def forget_old(self, now: dt.datetime) -> None:
        """Throw away the files and the names of uploads that nobody looked at in time."""
        for upload in self.filter(at__lt=now - KEPT, is_forgotten=False):
            upload.forget()


class Upload(Brought, Guarded):
    """Roster files handed in for one school, by a person or by the nightly job."""

    FOLDER = "rosters"

    objects = UploadQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    def roster(self, today: dt.date) -> Roster:
        """The files, read. Raises RosterRefused."""
        return read(self.files, today, ColumnChoices.of(self.school))

    def sheets(self) -> dict[str, list[str]]:
        """Every sheet of the school's own: file to titles. None when the files are gone."""
        return titles_of(self.files) if self.files else {}

    def unclear_sheets(self) -> dict[str, list[str]]:
        """Sheets whose columns somebody must explain first: file to titles. Raises RosterRefused."""
        remembered = ColumnChoices.of(self.school)
        return {
            file: titles
            for file, titles in titles_of(self.files).items()
            if not any(fits(chosen, titles) for chosen in remembered)
        }

    @transaction.atomic
    def look(self, today: dt.date) -> None:
        """Make the proposal, or write down why that is not possible. Looking again replaces it."""
        try:
            found = propose(self.roster(today), self.school, today)
        except RosterRefused as refused:
            self.refuse(refused.fault)
            return
        self.keep(found)
        if found.is_empty and not (found.asks or found.faults):
            self.forget()

    def keep(self, found: proposals.Proposal) -> None:
        """Write a proposal down, in place of the one before."""
        Proposal.objects.filter(upload=self).delete()
        Proposal.objects.create(
            upload=self,
            digest=found.digest,
            is_empty=found.is_empty,
            counts=found.counts,
            names=found.names,
            changes=[[change.who, change.is_way_in, change.fields] for change in found.changes],
            asks=found.asks,
            faults=proposals.as_rows(found.faults),
            notes=proposals.as_rows(found.notes),
        )

    def refuse(self, fault: Fault) -> None:
        """Nothing of these files is used."""
        facts = {"file": fault.file[:200], "line": fault.line, "reason": fault.reason}
        Refusal.objects.update_or_create(upload=self, defaults=facts)
        self.forget()

    def agree(self, digest: str, *, by: Person, now: dt.datetime, today: dt.date) -> None:
        """Do what was shown under this digest. Saying it twice does it once.

        Raises WorldChanged when it would no longer do that, and RosterRefused.
        """
        if Decision.objects.filter(upload=self).exists():
            return
        roster = self.roster(today)
        with transaction.atomic():
            Upload.objects.select_for_update().get(pk=self.pk)
            if Decision.objects.filter(upload=self).exists():
                return
            apply(roster, self.school, now, today, digest)
            Decision.objects.create(upload=self, is_agreed=True, by=by, at=now)
            record("rosters.import.agreed", self, by=by, at=now)
            transaction.on_commit(self.forget)

    @classmethod
    @transaction.atomic
    def done_by_itself(
        cls, school: School, roster: Roster, found: proposals.Proposal, *, now: dt.datetime, today: dt.date
    ) -> "Upload":
        """What the nightly job may do alone: nothing in it asks for a person. Raises WorldChanged."""
        apply(roster, school, now, today, found.digest)
        return cls.note_done(school, found, now=now)

    @classmethod
    @transaction.atomic
    def note_done(cls, school: School, found: proposals.Proposal, *, now: dt.datetime) -> "Upload":
        """For the history: this was done, by no person."""
        upload = cls.objects.create(school=school, at=now, token=secrets.token_hex(16))
        upload.keep(found)
        Decision.objects.create(upload=upload, is_agreed=True, by=None, at=now)
        record("rosters.import.agreed", upload, by=None, at=now)
        upload.forget()
        return upload

    @transaction.atomic
    def decline(self, *, by: Person, now: dt.datetime) -> None:
        """Leave everything as it is, and throw the files away."""
        decision, is_new = Decision.objects.get_or_create(
            upload=self, defaults={"is_agreed": False, "by": by, "at": now}
        )
        if is_new:
            record("rosters.import.declined", self, by=by, at=now)
            transaction.on_commit(self.forget)

    def forget(self) -> None:
        """Throw away files and names; the numbers stay for the history."""
        Proposal.objects.filter(upload=self).update(names={}, changes=[], faults=[], notes=[])
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
        if self.proposal.is_empty and not self.proposal.asks:
            return "same"
        return "forgotten" if self.is_forgotten else "waiting"


class Proposal(models.Model):
    """What an upload would change, as it was when somebody could last look at it."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="proposal")
    digest = models.CharField(max_length=64)  # of what would happen; agreeing asks whether it is still so
    is_empty = models.BooleanField()
    counts = models.JSONField()  # {"people": {"added": 3, "changed": 0, "ended": 1}, ...}
    names = models.JSONField()  # {"people.added": ["Noor Jansen"], ...}
    changes = models.JSONField(default=list)  # [[who, whether it is a way in, [[field, old, new], ...]], ...]
    asks = models.JSONField()  # {"leavers": 12}: why a person must agree
    faults = models.JSONField()  # [[file, line, reason], ...]
    notes = models.JSONField()


class Refusal(models.Model):
    """Why an upload could not be read."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="refusal")
    file = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)


class Decision(models.Model):
    """Somebody said yes or no. By nobody: the nightly job, when nothing asked for a person."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="decision")
    is_agreed = models.BooleanField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()


class ColumnChoices(RememberedColumns):
    """Of rosters."""
