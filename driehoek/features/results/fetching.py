"""Fetching from a OneRoster server: kind by kind, page by page, and each page in one transaction with how far
we are. Killed at any moment it goes on there: nothing is lost, and nothing comes twice.

Neither the server's count nor its links are believed: a kind is at its end when nothing new comes. Each page
is asked from the last row of the one before. If that row is not there, rows moved meanwhile, and we go back.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from typing import Any  # what a stranger's JSON holds

from django.db import transaction

from driehoek.base.core.clock import day_of
from driehoek.base.core.sealed import Unreadable
from driehoek.base.oneroster.asking import Line
from driehoek.base.oneroster.refusals import Reason, Refused
from driehoek.features.results.comparing import Comparing
from driehoek.features.results.models import Connection, Cursor, Run
from driehoek.features.results.reading import rest
from driehoek.features.results.said import Complaints
from driehoek.features.results.taking import Taking

PAGE = 1000  # rows; a server may give fewer
SLICE = 60.0  # seconds of work, after which others have their turn
GOES_BACK = 50  # times in one turn, before we believe that the server cannot keep an order
Now = Callable[[], dt.datetime]


class Changed(Exception):
    """This is not the server of this school any more: what it says is not written down."""


class Fetching:
    """One turn at one server."""

    def __init__(
        self,
        connection: Connection,
        now: Now,
        *,
        pause: Callable[[float], None] = time.sleep,
        size: int = PAGE,
    ) -> None:
        self.connection, self.now, self.size = connection, now, size
        self.pause, self.went_back = pause, 0
        self.complaints = Complaints()
        self.comparing: Comparing | None = None

    def work(self, *, seconds: float = SLICE) -> bool:
        """Whether it is done; else there is more, for another turn. Whatever the server does, it is written
        down and never raised."""
        if not self.connection.lease(self.now()):
            return True
        run = Run.open_for(self.connection, self.now())
        try:
            is_done = self._all(run, time.monotonic() + seconds)
        except Refused as no:
            run.end(self.now(), no.reason)
            return True
        except Unreadable:
            run.end(self.now(), Reason.BROKEN)
            return True
        except Changed:
            return True
        finally:
            self.connection.release()
        if is_done:
            run.end(self.now())
        return is_done

    def _all(self, run: Run, until: float) -> bool:
        line = Line(self.connection.server, pause=self.pause)
        try:
            for kind in rest.KINDS:
                for _page in self._pages(line, kind, run):
                    if time.monotonic() > until:
                        return False
        finally:
            line.close()
        self._begin_next_round()
        return True

    def _pages(self, line: Line, kind: rest.Kind, run: Run) -> Iterator[None]:
        """Until nothing new comes. Each kind costs one page more than it has."""
        cursor, _new = Cursor.objects.get_or_create(connection=self.connection, resource=kind.name)
        while True:
            first = cursor.offset - 1 if cursor.last_key else cursor.offset
            rows = self._page(line, kind, cursor, first)
            if cursor.last_key and not (rows and rest.key_of(rows[0]) == cursor.last_key):
                self._go_back(line, kind, cursor)
                continue
            fresh = rows[1:] if cursor.last_key else rows
            if not fresh:
                return
            self._take(kind, fresh, cursor, run)
            yield

    def _page(self, line: Line, kind: rest.Kind, cursor: Cursor, first: int) -> list[Any]:
        asked: dict[str, str | int] = {"limit": self.size, "offset": first}
        asked |= {"sort": "dateLastModified", "orderBy": "asc"}
        asked |= {"filter": f"dateLastModified>='{cursor.since}'"} if cursor.since else {}
        return line.page(kind.path, kind.envelope, **asked)

    def _go_back(self, line: Line, kind: rest.Kind, cursor: Cursor) -> None:
        """To a page of which we had the beginning: what is there already changes nothing. Raises Refused."""
        self.went_back += 1
        if self.went_back > GOES_BACK:
            raise Refused(Reason.NONSENSE)
        step = self.size
        while cursor.offset:
            cursor.offset, step = max(0, cursor.offset - step), 2 * step
            if cursor.offset and had(self._page(line, kind, cursor, cursor.offset), cursor):
                break
        cursor.last_key = ""

    @transaction.atomic
    def _take(self, kind: rest.Kind, rows: list[Any], cursor: Cursor, run: Run) -> None:
        """One page: its rows, how far we are, and what was wrong with it. Raises Changed."""
        if not self.connection.hold(self.now()):
            raise Changed
        before = self.complaints.count, len(self.complaints.faults)
        changes = kind.take(rows, self._taking(), self.complaints)
        cursor.offset += len(rows)
        cursor.last_key = rest.key_of(rows[-1])
        cursor.highest = max([cursor.highest, *map(rest.stamp_of, rows)])
        cursor.save()
        faults = [[row.file, str(row.line), row.reason] for row in self.complaints.faults[before[1] :]]
        run.add(len(rows), changes, faults, self.complaints.count - before[0])

    def _taking(self) -> Taking:
        now, source = self.now(), self.connection.source
        if self.comparing is None:
            self.comparing = Comparing(source, self.complaints, day_of(now))
        self.comparing.fresh.clear()
        return Taking(source, self.comparing, now)

    @transaction.atomic
    def _begin_next_round(self) -> None:
        latest = f"{self.now().astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        for cursor in Cursor.objects.filter(connection=self.connection):
            cursor.begin_next_round(latest)
            cursor.save()


def had(rows: list[Any], cursor: Cursor) -> bool:
    """Whether everything before this page was here. The last row says so; or else the stamps of a server
    that keeps them in order."""
    if cursor.last_key in map(rest.key_of, rows):
        return True
    stamps = [rest.stamp_of(row) for row in rows]
    return bool(stamps) and stamps == sorted(stamps) and "" < stamps[0] < cursor.highest


def try_out(connection: Connection) -> str:
    """Whether the server lets us in and has a mark book: empty, or why not. Somebody waits: no second try."""
    try:
        line = Line(connection.server, tries=1)
        try:
            for kind in rest.KINDS:
                line.page(kind.path, kind.envelope, limit=1, offset=0)
        finally:
            line.close()
    except Refused as no:
        return str(Reason(no.reason).label)
    except Unreadable:
        return str(Reason.BROKEN.label)
    return ""
