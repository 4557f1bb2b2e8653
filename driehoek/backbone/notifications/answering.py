"""What can be answered to a fact with one tap, wherever one hears of it: a slip, as under a letter.

    @slip("absences.morning.asked")
    def better_again(entry: Entry, now: dt.datetime) -> Slip | None:
        ...

A package's answers.py is found by itself. Page, mail and text message read the same slip. It is asked for as
long as its subject is there, also when it is closed: who answered may see what she said.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.querysets import Allowing, allows_all
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One thing to tick. `key` is for the package: letters, digits and dashes."""

    key: str
    label: Words | Text
    done: Words = _("Je antwoord is bewaard.")
    means: Literal["yes", "no", ""] = ""  # so that JA and NEE by text find it


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A question that one tap answers, at home. Answering at work needs the second factor: so, the portal.

    `question` goes into the mail and names no child; `named` stands on the page and says {name}. `shown` is
    what one must have read before, on the page alone.
    """

    row: Model  # what is answered, and what the policy must let her do with it
    may: str
    question: Words | Text
    named: Words = ""
    child: Person | None = None
    shown: tuple[Words | Text, ...] = ()
    answers: tuple[Answer, ...]
    say: Callable[[Viewer, str], bool]  # False: too late, or no longer what she read
    said: Callable[[Viewer], str]  # the key of what she answered; empty when she did not
    is_open: Callable[[Viewer], bool]
    otherwise: Words = ""  # what to do when it is not so after all, once nothing can be ticked any more

    @property
    def texts(self) -> list[Text]:
        """What somebody wrote, and what may have to be translated."""
        parts = (self.question, *self.shown, *(answer.label for answer in self.answers))
        return [part for part in parts if isinstance(part, Text)]

    def is_for(self, viewer: Viewer) -> bool:
        """Whether the policy lets her answer, at this moment."""
        return allows_all(self.row, viewer, "see", self.may)


def for_her(slips: Mapping[int, Slip], viewer: Viewer) -> Asking[dict[int, Slip]]:
    """Of these those that are for her, as is_for() says of one; by the same keys. One question for each kind
    of row."""
    alike = defaultdict[Allowing, dict[int, Slip]](dict)
    for key, one in slips.items():
        alike[Allowing(type(one.row), ("see", one.may))][key] = one
    found: dict[int, Slip] = {}
    for allowing, some in alike.items():
        rows = yield from asked(allowing, viewer, padded(sorted({one.row.pk for one in some.values()})))
        hers = {pk for (pk,) in rows}
        found |= {key: one for key, one in some.items() if one.row.pk in hers}
    return found


Declared = Callable[[Entry, dt.datetime], Slip | None]
SLIPS: dict[str, Declared] = {}


def slip(verb: str) -> Callable[[Declared], Declared]:
    """Declare what can be answered to one kind of entry. A verb has one slip."""

    def declare(function: Declared) -> Declared:
        if verb in SLIPS:
            raise ValueError(f"{verb} has a slip already")
        SLIPS[verb] = function
        return function

    return declare


def slip_of(entry: Entry, now: dt.datetime) -> Slip | None:
    """What there is to answer; None when there is nothing, or when its subject is gone."""
    if entry.verb not in SLIPS or entry.subject is None:
        return None
    return SLIPS[entry.verb](entry, now)
