"""What can be reported. Packages declare it in their reportable.py; this collects.

    @reportable("reactie", Comment, "post__school")
    def comment(comment: Comment) -> Said:
        ...

Whoever sees such a thing may report it. The page about it asks the policy, as every page does.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # each function takes its own model

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing that somebody said, as whoever keeps order needs to know it."""

    author: Person
    school: School
    group: Group | None
    words: str
    at: dt.datetime
    path: str  # the page where whoever reports it came from


@dataclass(frozen=True)
class Reportable:
    model: type[Guarded]
    said: Callable[[Any], Said]
    beside: tuple[str, ...]


Declared = Callable[[Any], Said]
REPORTABLE: dict[str, Reportable] = {}  # by the word in the address


def reportable(word: str, model: type[Guarded], *beside: str) -> Callable[[Declared], Declared]:
    """Declare how one kind of words is reported; `beside` names what its function needs."""

    def declare(function: Declared) -> Declared:
        REPORTABLE[word] = Reportable(model, function, beside)
        return function

    return declare
