"""What happened, who did it, to what. Audit trail, activity and notices read from here."""

import datetime as dt

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.dispatch import Signal

from driehoek.facts.people.models import Person

recorded = Signal()  # the only signal in the codebase; sent inside the transaction of what happened


class Entry(models.Model):
    """One fact: a verb in the past tense, by someone or by the portal itself."""

    verb = models.CharField(max_length=60)  # "feed.post.shared": package, noun, past participle
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    at = models.DateTimeField()
    due_at = models.DateTimeField()  # when it may be told; the same as `at` unless someone chose a time

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id"]),
            models.Index(fields=["actor", "at"]),  # how much she did lately
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_id}"


def record(
    verb: str, subject: models.Model, *, by: Person | None, at: dt.datetime, due_at: dt.datetime | None = None
) -> Entry:
    """Write down that something happened, in the transaction in which it happens. `by` is None when the
    portal did it itself; `due_at` is when it may be told, if that is later."""
    entry = Entry.objects.create(verb=verb, subject=subject, actor=by, at=at, due_at=due_at or at)
    recorded.send(Entry, entry=entry)
    return entry


class Forgotten(models.Model):
    """So many rows of this kind were deleted because their time was over: proof without a name or a key."""

    what = models.CharField(max_length=40)  # "absences", as in docs/retention.md
    rows = models.PositiveIntegerField()
    before = models.DateField()  # up to which day
    at = models.DateTimeField()

    @classmethod
    def note(cls, what: str, rows: int, *, before: dt.date, at: dt.datetime) -> int:
        """Only when there was something; gives how many."""
        if rows:
            cls.objects.create(what=what, rows=rows, before=before, at=at)
        return rows
