"""Page after page of one kind of rows, to its end.

Neither the server's count nor its links are believed: a kind is at its end when nothing new comes. Each page
is asked from the last row of the one before. If that row is not there, rows moved meanwhile, and we go back.
"""

from collections.abc import Iterator
from typing import Any  # what a stranger's JSON holds

from driehoek.base.oneroster.asking import Line
from driehoek.base.oneroster.position import Position
from driehoek.base.oneroster.refusals import Reason, Refused
from driehoek.base.oneroster.rows import Kind, key_of, stamp_of

PAGE = 1000  # rows; a server may give fewer
GOES_BACK = 50  # times in one turn, before we believe that the server cannot keep an order


class Walk:
    """One turn along one line."""

    def __init__(self, line: Line, *, size: int = PAGE) -> None:
        self.line, self.size = line, size
        self.went_back = 0

    def pages(self, kind: Kind, position: Position) -> Iterator[list[Any]]:
        """Until nothing new comes; each kind costs one page more than it has. Whoever takes a page moves the
        position behind it before asking for the next. Raises Refused."""
        while True:
            first = position.offset - 1 if position.last_key else position.offset
            rows = self._page(kind, position, first)
            if position.last_key and not (rows and key_of(rows[0]) == position.last_key):
                self._go_back(kind, position)
                continue
            fresh = rows[1:] if position.last_key else rows
            if not fresh:
                return
            yield fresh

    def _page(self, kind: Kind, position: Position, first: int) -> list[Any]:
        asked: dict[str, str | int] = {"limit": self.size, "offset": first}
        asked |= {"sort": "dateLastModified", "orderBy": "asc"}
        asked |= {"filter": f"dateLastModified>='{position.since}'"} if position.since else {}
        return self.line.page(kind, **asked)

    def _go_back(self, kind: Kind, position: Position) -> None:
        """To a page of which we had the beginning: what is there already changes nothing. Raises Refused."""
        self.went_back += 1
        if self.went_back > GOES_BACK:
            raise Refused(Reason.NONSENSE)
        step = self.size
        while position.offset:
            position.offset, step = max(0, position.offset - step), 2 * step
            if position.offset and had(self._page(kind, position, position.offset), position):
                break
        position.last_key = ""


def had(rows: list[Any], position: Position) -> bool:
    """Whether everything before this page was here. The last row says so; or else the stamps of a server
    that keeps them in order."""
    if position.last_key in map(key_of, rows):
        return True
    stamps = [stamp_of(row) for row in rows]
    return bool(stamps) and stamps == sorted(stamps) and "" < stamps[0] < position.highest
