"""How far we are with one kind of rows at one server, as a row: who is killed goes on where she was."""

from typing import Any  # what a stranger's JSON holds

from django.db import models

from driehoek.base.oneroster.rows import key_of, stamp_of


class Position(models.Model):
    """To be written in one transaction with the rows before it. Whoever fetches says of which server."""

    resource = models.CharField(max_length=20)
    since = models.CharField(max_length=40, blank=True)  # the server's own stamp; empty: from the beginning
    highest = models.CharField(max_length=40, blank=True)  # of what this round brought
    offset = models.PositiveIntegerField(default=0)
    last_key = models.CharField(max_length=120, blank=True)  # of the row before the offset

    class Meta:
        abstract = True

    def pass_by(self, rows: list[Any]) -> None:
        """Behind the last of these. It is for the caller to save."""
        self.offset += len(rows)
        self.last_key = key_of(rows[-1])
        self.highest = max([self.highest, *map(stamp_of, rows)])

    def begin_next_round(self, now: str) -> None:
        """From the latest stamp on: what was written in that very second comes again, and changes nothing. A
        stamp from the future would shut out everything until then."""
        self.since, self.offset, self.last_key = min(self.highest, now) or self.since, 0, ""
