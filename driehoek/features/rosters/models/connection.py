"""The line to the system in which a school keeps its roster: how far we came, and what came of each time."""

import datetime as dt
import hashlib
import json
import secrets
from pathlib import Path
from typing import Any  # what a stranger's JSON holds

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.base.core.sealed import seal
from driehoek.base.oneroster.position import Position
from driehoek.facts.people.models import Person
from driehoek.facts.schools.joining.joined import Fetched, Joined
from driehoek.facts.schools.models import School
from driehoek.features.rosters.models.upload import Upload
from driehoek.features.rosters.transcript import Transcript

STALE = dt.timedelta(days=1)  # after which a whole that was broken off begins anew
KEPT = dt.timedelta(days=7)  # what a server said, when it says nothing any more
RUNS = dt.timedelta(days=30)  # to find out what went wrong


class Connection(Joined, Guarded):
    """From which a school's roster comes."""

    SCOPES = ("roster-core.readonly", "roster-demographics.readonly")

    name = models.CharField(max_length=40)
    token = models.CharField(max_length=32, unique=True)  # the folder of what it said, unguessable
    whole_began_at = models.DateTimeField(null=True, blank=True)  # while everything is read anew
    whole_at = models.DateTimeField(null=True, blank=True)  # when everything had been read
    server_since = models.DateTimeField()
    trusted_at = models.DateTimeField(null=True, blank=True)  # since somebody agreed to what it says

    @classmethod
    @transaction.atomic
    def set_up(
        cls, school: School, said: dict[str, str], *, secret: str, by: Person, at: dt.datetime
    ) -> "Connection":
        """Without a secret the one of before stays. Of another server everything is read anew, and asked."""
        before = cls._default_manager.select_for_update().filter(school=school).first()
        facts: dict[str, Any] = {**said, "set_by": by, "set_at": at}
        facts |= {"sealed_secret": seal(secret)} if secret else {}
        if before is None or before.address != said["address"]:
            facts |= {"token": secrets.token_hex(16), "trusted_at": None}
            facts |= {"server_since": at, "whole_at": None, "whole_began_at": None}
        row, _is_new = cls._default_manager.update_or_create(school=school, defaults=facts)
        if before and before.token != row.token:
            Cursor.objects.filter(connection=row).delete()
            before.transcript.throw_away()
        record("rosters.connection.set_up", row, by=by, at=at)
        return row

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Nothing is fetched any more; who came in stays."""
        record("rosters.connection.removed", self.school, by=by, at=at)
        self.transcript.throw_away()
        self.delete()

    @property
    def transcript(self) -> Transcript:
        return Transcript(Path(settings.MEDIA_ROOT) / Upload.FOLDER / self.token)

    def needs_whole(self, today: dt.date) -> bool:
        """Once a day, and whenever what we have is not whole: who was taken out of a server is missed only
        when everything is read."""
        is_of_today = self.whole_at is not None and day_of(self.whole_at) >= today
        return not is_of_today or self.whole_began_at is not None or not self._has_all_it_took()

    def _has_all_it_took(self) -> bool:
        """Files may be lost where rows are not."""
        cursors = Cursor.objects.filter(connection=self)
        return all(self.transcript.size(row.resource) >= row.size for row in cursors)

    def is_trusted(self, now: dt.datetime) -> bool:
        """Whether somebody ever agreed to what this server says."""
        if self.trusted_at is None:
            yes = {"upload__decision__is_agreed": True, "upload__decision__by__isnull": False}
            if Run.objects.filter(connection=self, began_at__gte=self.server_since, **yes).exists():
                self.trusted_at = now
                self.save(update_fields=["trusted_at"])
        return self.trusted_at is not None

    @transaction.atomic
    def begin_whole(self, now: dt.datetime) -> None:
        """Unless a whole was begun that can go on."""
        if self.whole_began_at and self.whole_began_at > now - STALE and self._has_all_it_took():
            return
        self._forget_said()
        self.whole_began_at = now
        self.save(update_fields=["whole_began_at"])

    @transaction.atomic
    def end_round(self, now: dt.datetime, *, is_whole: bool) -> None:
        """Next time from the latest stamp on."""
        latest = f"{now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        for cursor in Cursor.objects.filter(connection=self):
            cursor.begin_next_round(latest)
            cursor.save()
        if is_whole:
            self.whole_began_at, self.whole_at = None, now
            self.save(update_fields=["whole_began_at", "whole_at"])

    def _forget_said(self) -> None:
        Cursor.objects.filter(connection=self).delete()
        self.transcript.throw_away()

    @classmethod
    @transaction.atomic
    def forget_old(cls, now: dt.datetime) -> None:
        """Of a server that has not told everything for a week, and of the times that we fetched."""
        silent = Q(whole_at__lt=now - KEPT) | Q(whole_at=None, whole_began_at__lt=now - KEPT)
        for row in cls._default_manager.filter(silent):
            row._forget_said()
            row.whole_at = row.whole_began_at = None
            row.save(update_fields=["whole_at", "whole_began_at"])
        Run.objects.filter(began_at__lt=now - RUNS).delete()


class Cursor(Position):
    """How far we are with one kind of rows, and how long our file of them is."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "resource"], name="one_roster_cursor_a_kind")
        ]


class Run(Fetched):
    """One time that we fetched: everything, or what was new since; and what became of it."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # None: the clock
    is_whole = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, blank=True)  # of all that came
    upload = models.ForeignKey(Upload, models.SET_NULL, null=True, related_name="+")  # what it proposes
    waits = models.BooleanField(default=False)  # until everything is read again: by day nobody goes
    unusable = models.CharField(max_length=300, blank=True)  # why the whole of it could not be used

    class Meta:
        indexes = [models.Index(fields=["connection", "-began_at"])]

    @classmethod
    def ask(cls, connection: Connection, *, by: Person, now: dt.datetime) -> None:
        """Of the next turn, or of the one that goes on now. Who asks looks before anything happens."""
        run = cls.open_for(connection, now)
        run.by = by
        run.save(update_fields=["by"])

    def add(self, rows: list[Any]) -> None:
        """What one page brought."""
        self.rows += len(rows)
        self.digest = hashlib.sha256((self.digest + json.dumps(rows)).encode()).hexdigest()
        self.save(update_fields=["rows", "digest"])

    def forget_earlier(self) -> None:
        """What was asked before and waits: to agree to it now would bring back what is over."""
        before = Run.objects.filter(connection=self.connection_id, upload__isnull=False)
        for upload in Upload.objects.waiting().filter(pk__in=before.values("upload")):
            upload.forget()

    @property
    def is_as_before(self) -> bool:
        """Whether nothing came that did not come last time: the latest second is told again each time."""
        last = Run.objects.filter(connection=self.connection_id, pk__lt=self.pk).order_by("-pk").first()
        if last is None or last.is_whole or last.refusal:
            return False
        return last.digest == self.digest
