"""The line to a school's own system: who we are to it, how far we came, and what went wrong."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Q

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.sealed import seal, unseal
from driehoek.base.oneroster.asking import Server
from driehoek.base.oneroster.refusals import Reason
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.results.models.book import Source

LEASE = dt.timedelta(minutes=10)  # a worker that says nothing for so long is dead


class Connection(Guarded):
    """One OneRoster server of one school. Its secret is sealed and never shown again."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    source = models.OneToOneField(Source, models.CASCADE, related_name="+")
    address = models.CharField(max_length=200)
    token_address = models.CharField(max_length=200)
    client_id = models.CharField(max_length=200)
    sealed_secret = models.TextField()
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)  # while somebody fetches

    @property
    def server(self) -> Server:
        """Raises Unreadable."""
        return Server(self.address, self.token_address, self.client_id, unseal(self.sealed_secret))

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

    def lease(self, now: dt.datetime) -> bool:
        """Whether nobody else is fetching; then it is ours until we say nothing for a while."""
        free = Q(leased_until=None) | Q(leased_until__lt=now)
        ours = Connection.objects.filter(free, pk=self.pk)
        return bool(ours.update(leased_until=now + LEASE))

    def hold(self, now: dt.datetime) -> bool:
        """Ours a while longer, unless somebody joined another system meanwhile, or none."""
        same = Connection.objects.filter(pk=self.pk, set_at=self.set_at)
        return bool(same.update(leased_until=now + LEASE))

    def release(self) -> None:
        Connection.objects.filter(pk=self.pk).update(leased_until=None)


class Cursor(models.Model):
    """How far we are with one kind of rows. Written together with the rows themselves: who is killed goes on
    where she was."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    resource = models.CharField(max_length=20)
    since = models.CharField(max_length=40, blank=True)  # the server's own stamp; empty: from the beginning
    highest = models.CharField(max_length=40, blank=True)  # of what this round brought
    offset = models.PositiveIntegerField(default=0)
    last_key = models.CharField(max_length=120, blank=True)  # of the row before the offset

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection", "resource"], name="one_cursor_a_kind")]

    def begin_next_round(self, now: str) -> None:
        """From the latest stamp on: what was written in that very second comes again, and changes nothing. A
        stamp from the future would shut out everything until then."""
        self.since, self.offset, self.last_key = min(self.highest, now) or self.since, 0, ""


class Title(models.Model):
    """What a server calls a class or a kind of work, so that its work can be named."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)  # "classes" or "categories"
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="one_title_a_key")]


class Run(models.Model):
    """One time that we fetched, and what came of it."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    rows = models.PositiveIntegerField(default=0)  # that came
    changes = models.PositiveIntegerField(default=0)  # of which something was new
    fault_count = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)  # [[kind, key, reason], ...], not all of them

    class Meta:
        indexes = [models.Index(fields=["connection", "-began_at"])]

    @classmethod
    def open_for(cls, connection: Connection, now: dt.datetime) -> "Run":
        """The one that was broken off, or a new one."""
        unfinished = cls._default_manager.filter(connection=connection, ended_at=None).order_by("-pk").first()
        return unfinished or cls._default_manager.create(connection=connection, began_at=now)

    def add(self, rows: int, changes: int, faults: list[list[str]], count: int) -> None:
        """What one page brought."""
        self.rows += rows
        self.changes += changes
        self.fault_count += count
        self.faults = [*self.faults, *faults][:MOST_FAULTS]
        self.save(update_fields=["rows", "changes", "fault_count", "faults"])

    def end(self, now: dt.datetime, refusal: str = "") -> None:
        self.ended_at, self.refusal = now, refusal
        self.save(update_fields=["ended_at", "refusal"])


MOST_FAULTS = 200  # named of one run
