"""What can be reported. Packages declare it in their reportable.py; this collects.

    @reportable("reactie", Comment, kind=gettext_lazy("Reactie"))
    def comment(comment: Comment) -> Said:
        ...

Whoever sees such a thing may report it. The page about it asks the policy, as every page does.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any  # each function takes its own model

from django.utils.functional import Promise

from driehoek.backbone.access.querysets import Guarded, rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
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
    heard: Sequence[Attachment] = ()  # what of it was spoken
    about: Person | None = None  # whose line it was said in, or the child it is about


@dataclass(frozen=True)
class Reportable:
    model: type[Guarded]
    said: Callable[[Any], Said]
    kind: str | Promise  # what it is, for whoever keeps order


Declared = Callable[[Any], Said]
REPORTABLE: dict[str, Reportable] = {}  # by the word in the address


def reportable(
    word: str, model: type[Guarded], *, kind: str | Promise = ""
) -> Callable[[Declared], Declared]:
    """Declare how one kind of words is reported: its word in the address, and what a leader calls it."""

    def declare(function: Declared) -> Declared:
        REPORTABLE[word] = Reportable(model, function, kind)
        return function

    return declare


def place_of(label: str, key: int, viewer: Viewer) -> str:
    """The page where a thing of this model stands, among what was said around it; empty for whom the policy
    does not let in there, and for what is gone."""
    for one in REPORTABLE.values():
        if one.model._meta.label_lower == label:
            thing = rows(one.model, viewer, may="see").filter(pk=key).first()
            return one.said(thing).path if thing else ""
    return ""


def kind_of(label: str) -> str:
    """What things of this model are called: "Reactie"."""
    kinds = (str(one.kind) for one in REPORTABLE.values() if one.model._meta.label_lower == label)
    return next(kinds, "")
