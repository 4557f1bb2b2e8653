"""Fetching results from a OneRoster server: each page is written at once, and what was wrong is named."""

import datetime as dt
from typing import Any  # what a stranger's JSON holds

from django.db import transaction

from driehoek.base.core.clock import day_of
from driehoek.facts.schools.joining import fetching
from driehoek.features.results.comparing import Comparing
from driehoek.features.results.models import Connection, Cursor, Run
from driehoek.features.results.reading.rest import KINDS, Wanted
from driehoek.features.results.said import Complaints
from driehoek.features.results.taking import Taking


class Fetching(fetching.Fetching[Connection, Wanted, Run, Cursor]):
    """One turn at one server."""

    kinds = KINDS

    def __init__(self, connection: Connection, now: fetching.Now, **more: Any) -> None:
        super().__init__(connection, now, **more)
        self.complaints = Complaints()
        self.comparing: Comparing | None = None

    def open_run(self) -> Run:
        return Run.open_for(self.connection, self.now())

    def position(self, kind: Wanted) -> Cursor:
        return Cursor.objects.get_or_create(connection=self.connection, resource=kind.name)[0]

    def take(self, kind: Wanted, rows: list[Any], position: Cursor, run: Run) -> None:
        before = self.complaints.count, len(self.complaints.faults)
        changes = kind.take(rows, self._taking(), self.complaints)
        faults = [[row.file, str(row.line), row.reason] for row in self.complaints.faults[before[1] :]]
        run.add(len(rows), changes, faults, self.complaints.count - before[0])

    def _taking(self) -> Taking:
        now, source = self.now(), self.connection.source
        if self.comparing is None:
            self.comparing = Comparing(source, self.complaints, day_of(now))
        self.comparing.fresh.clear()
        return Taking(source, self.comparing, now)

    @transaction.atomic
    def finish(self, run: Run) -> None:
        latest = f"{self.now().astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        for cursor in Cursor.objects.filter(connection=self.connection):
            cursor.begin_next_round(latest)
            cursor.save()
