"""Fetching a roster from a OneRoster server, and doing with it what is done with a file that was handed in.

Every day begins with everything; what is new meanwhile is laid upon that, by the hour. By day nobody goes:
that waits for everything, so that the bounds above which a person is asked count for a whole day.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any  # what a stranger's JSON holds

from driehoek.base.core.clock import day_of
from driehoek.base.oneroster.rows import Kind, stamp_of
from driehoek.facts.schools.joining import fetching
from driehoek.facts.schools.roster_import.reading.rest import KINDS
from driehoek.features.rosters.models import Connection, Cursor, Run, Upload
from driehoek.features.rosters.nightly import Nightly

BringIn = Callable[[Run, Path], None]


class Fetching(fetching.Fetching[Connection, Kind, Run, Cursor]):
    """One turn at one server. `bring_in` says what to do with the files once all is there."""

    kinds: Sequence[Kind] = KINDS

    def __init__(
        self, connection: Connection, now: fetching.Now, *, bring_in: BringIn | None = None, **more: Any
    ) -> None:
        super().__init__(connection, now, **more)
        self.bring_in = bring_in
        self.run: Run | None = None

    def open_run(self) -> Run:
        now = self.now()
        self.run = run = Run.open_for(self.connection, now)
        is_asked = bool(run.by_id or self.bring_in)
        run.is_whole = is_asked or self.connection.needs_whole(day_of(now))
        run.save(update_fields=["is_whole"])
        if run.is_whole:
            self.connection.begin_whole(now)
        else:  # without a stamp to ask from it would be everything, every hour
            self.kinds = tuple(kind for kind in KINDS if self.position(kind).since)
        return run

    def position(self, kind: Kind) -> Cursor:
        return Cursor.objects.get_or_create(connection=self.connection, resource=kind.name)[0]

    def take(self, kind: Kind, rows: list[Any], position: Cursor, run: Run) -> None:
        """Older rows than we asked for, of a server that does not listen, are there already."""
        fresh = [row for row in rows if not "" < stamp_of(row) < position.since]
        position.size = self.connection.transcript.add(kind.name, fresh, behind=position.size)
        run.add(fresh)

    def finish(self, run: Run) -> None:
        run.refresh_from_db(fields=["by"])  # somebody may have asked while this went on
        self.connection.end_round(self.now(), is_whole=run.is_whole)
        if run.is_whole or run.by_id or not run.is_as_before:
            with self.connection.transcript.sheets() as folder:
                (self.bring_in or self._bring_in)(run, folder)
        run.save(update_fields=["upload", "waits", "unusable"])

    def _bring_in(self, run: Run, folder: Path) -> None:
        """Who asked for it looks first; what came by the clock is done as by night."""
        now, school = self.now(), self.connection.school
        if run.by:
            run.forget_earlier()
            run.upload = Upload.receive(school, [folder], by=run.by, at=now)
            run.upload.look(day_of(now))
            return
        nightly = Nightly([folder], now, day_of(now), is_dry=False)
        nightly.is_new_source = not self.connection.is_trusted(now)
        nightly.is_part = not run.is_whole
        for told in nightly.run([school]):
            run.upload, run.waits = nightly.upload, nightly.waits
            run.unusable = told["refused"]["reason"][:300] if "refused" in told else ""
