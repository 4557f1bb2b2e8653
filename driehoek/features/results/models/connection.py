"""The line to a school's own system: who we are to it, how far we came, and what went wrong."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.sealed import seal
from driehoek.base.oneroster.position import Position
from driehoek.facts.people.models import Person
from driehoek.facts.schools.joining.joined import Fetched, Joined
from driehoek.facts.schools.models import School
from driehoek.features.results.models.book import Source


class Connection(Joined, Guarded):
    """From which a school's results come."""

    SCOPES = ("roster-core.readonly", "gradebook.readonly")

    source = models.OneToOneField(Source, models.CASCADE, related_name="+")

    @classmethod
    @transaction.atomic
    def set_up(
        cls, school: School, said: dict[str, str], *, secret: str, by: Person, at: dt.datetime
    ) -> "Connection":
        """Without a secret the one of before stays. Of another server everything is fetched anew; the same
        one may get another name."""
        values = dict(said)
        name = values.pop("name")
        before = cls._default_manager.select_for_update().filter(school=school).first()
        if before and before.address == values["address"]:
            source = before.source.renamed(name)
        else:
            source, _new = Source.objects.get_or_create(school=school, name=name)
        facts = values | {"source": source, "set_by": by, "set_at": at}
        facts |= {"sealed_secret": seal(secret)} if secret else {}
        row, _is_new = cls._default_manager.update_or_create(school=school, defaults=facts)
        if before and (before.address, before.source_id) != (row.address, row.source_id):
            Cursor.objects.filter(connection=row).delete()
        record("results.connection.set_up", row, by=by, at=at)
        return row

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Nothing is fetched any more; what came stays."""
        record("results.connection.removed", self.school, by=by, at=at)
        self.delete()


class Cursor(Position):
    """How far we are with one kind of rows."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection", "resource"], name="one_cursor_a_kind")]


class Title(models.Model):
    """What a server calls a class or a kind of work, so that its work can be named."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)  # "classes" or "categories"
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="one_title_a_key")]


class Run(Fetched):
    """One time that we fetched, and what came of it."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    changes = models.PositiveIntegerField(default=0)  # of the rows: something in them was new
    fault_count = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)  # [[kind, key, reason], ...], not all of them

    class Meta:
        indexes = [models.Index(fields=["connection", "-began_at"])]

    def add(self, rows: int, changes: int, faults: list[list[str]], count: int) -> None:
        """What one page brought."""
        self.rows += rows
        self.changes += changes
        self.fault_count += count
        self.faults = [*self.faults, *faults][:MOST_FAULTS]
        self.save(update_fields=["rows", "changes", "fault_count", "faults"])


MOST_FAULTS = 200  # named of one run
