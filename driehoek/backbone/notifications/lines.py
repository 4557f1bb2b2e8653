"""What can be answered to a fact in words: in the line it belongs to, which stays private to that line.

    @line("conversations.message.said")
    def conversation(entry: Entry) -> Line | None:
        ...

Declared in a package's answers.py, beside its slips.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Model

from driehoek.backbone.access.querysets import allows_all
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.facts.schools.models import School

Say = Callable[[Viewer, str, Sequence[Attachment]], object]


@dataclass(frozen=True, kw_only=True)
class Line:
    """Where the words go, and what the policy must let her do there. At home only: school needs its second
    factor."""

    row: Model
    may: str
    school: School
    most: int  # characters
    say: Say
    is_out_of_breath: Callable[[Viewer], bool]

    def is_for(self, viewer: Viewer) -> bool:
        """Whether the policy lets her speak here, at this moment."""
        return allows_all(self.row, viewer, "see", self.may)


Declared = Callable[[Entry], Line | None]
LINES: dict[str, Declared] = {}


def line(*verbs: str) -> Callable[[Declared], Declared]:
    """Declare where a reply to these kinds of entries goes. A verb has one line."""

    def declare(function: Declared) -> Declared:
        for verb in verbs:
            if verb in LINES:
                raise ValueError(f"{verb} has a line already")
            LINES[verb] = function
        return function

    return declare


def line_of(entry: Entry) -> Line | None:
    """Where a reply goes; None when there is no such place, or no longer."""
    if entry.verb not in LINES or entry.subject is None:
        return None
    return LINES[entry.verb](entry)
