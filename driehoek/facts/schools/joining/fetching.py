"""Fetching from the system of a school: kind by kind, page by page, and each page in one transaction with how
far we are. Killed at any moment it goes on there: nothing is lost, and nothing comes twice.
"""

import datetime as dt
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar  # what a stranger's JSON holds

from django.db import transaction

from driehoek.base.core.sealed import Unreadable
from driehoek.base.oneroster.asking import Line
from driehoek.base.oneroster.position import Position
from driehoek.base.oneroster.refusals import Reason, Refused
from driehoek.base.oneroster.rows import Kind
from driehoek.base.oneroster.walking import PAGE, Walk
from driehoek.facts.schools.joining.joined import Fetched, Joined

SLICE = 60.0  # seconds of work, after which others have their turn
Now = Callable[[], dt.datetime]
Line_ = TypeVar("Line_", bound=Joined)
Kind_ = TypeVar("Kind_", bound=Kind)
Run_ = TypeVar("Run_", bound=Fetched)
Position_ = TypeVar("Position_", bound=Position)


class Changed(Exception):
    """This is not the server of this school any more: what it says is not written down."""


class Fetching(ABC, Generic[Line_, Kind_, Run_, Position_]):
    """One turn at one server. A feature says which kinds it wants and what it does with a page of them."""

    kinds: Sequence[Kind_]

    def __init__(
        self,
        connection: Line_,
        now: Now,
        *,
        pause: Callable[[float], None] = time.sleep,
        size: int = PAGE,
    ) -> None:
        self.connection, self.now, self.pause, self.size = connection, now, pause, size

    @abstractmethod
    def open_run(self) -> Run_:
        """The one that was broken off, or a new one."""

    @abstractmethod
    def position(self, kind: Kind_) -> Position_:
        """How far we are with it."""

    @abstractmethod
    def take(self, kind: Kind_, rows: list[Any], position: Position_, run: Run_) -> None:
        """One page: its rows, and what was wrong with it. It may run twice."""

    @abstractmethod
    def finish(self, run: Run_) -> None:
        """Everything came."""

    def work(self, *, seconds: float = SLICE) -> bool:
        """Whether it is done; else there is more, for another turn. Whatever the server does, it is written
        down and never raised."""
        if not self.connection.lease(self.now()):
            return True
        run = self.open_run()
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

    def _all(self, run: Run_, until: float) -> bool:
        line = Line(self.connection.server, pause=self.pause)
        walk = Walk(line, size=self.size)
        try:
            for kind in self.kinds:
                position = self.position(kind)
                for rows in walk.pages(kind, position):
                    self._keep(kind, rows, position, run)
                    if time.monotonic() > until:
                        return False
        finally:
            line.close()
        self._hold()
        self.finish(run)
        return True

    @transaction.atomic
    def _keep(self, kind: Kind_, rows: list[Any], position: Position_, run: Run_) -> None:
        self._hold()
        self.take(kind, rows, position, run)
        position.pass_by(rows)
        position.save()

    def _hold(self) -> None:
        """Raises Changed."""
        if not self.connection.hold(self.now()):
            raise Changed


def try_out(connection: Joined, kinds: Sequence[Kind]) -> str:
    """Whether the server lets us in and has these: empty, or why not. Somebody waits: no second try."""
    try:
        line = Line(connection.server, tries=1)
        try:
            for kind in kinds:
                line.page(kind, limit=1, offset=0)
        finally:
            line.close()
    except Refused as no:
        return str(Reason(no.reason).label)
    except Unreadable:
        return str(Reason.BROKEN.label)
    return ""
