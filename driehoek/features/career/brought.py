"""What a student brings to a talk, for whoever prepares it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any  # rows with a column beside them

from django.db.models import QuerySet

from driehoek.backbone.access.faces import faces_among
from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.career.reading import said_to, with_voices

A_YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class BroughtAlong:
    """What came along, as far as this viewer reads it; and whether there is more to choose from."""

    student: Person
    outcomes: list[Outcome]
    faces: set[int]  # of whom the picture may be shown
    is_own: bool
    has_assignments: bool  # from which she may choose

    @property
    def is_empty(self) -> bool:
        return not self.outcomes and not (self.is_own and self.has_assignments)


def brought_by(student: Person, viewer: Viewer, *, until: dt.datetime) -> Asking[BroughtAlong]:
    """To a talk at that moment: what she brought in the year before it. Not yet in words: the page does that
    for all it shows at once."""
    found, to_choose = yield from abreast(
        asked(_brought, viewer, student.pk, until - A_YEAR, until), asked(_any, viewer, student.pk)
    )
    outcomes = with_voices(found)
    faces = yield from faces_among([outcome.author for outcome in outcomes], viewer)
    return BroughtAlong(student, outcomes, faces, student == viewer.person, bool(to_choose))


def _brought(me: Viewer, student: int, since: dt.datetime, until: dt.datetime) -> QuerySet[Any]:
    return said_to(me).filter(student=student, brought__at__gt=since, brought__at__lte=until)


def _any(me: Viewer, student: int) -> QuerySet[Assignment, Any]:
    return Assignment.objects.visible_to(me).filter(student=student).values_list("pk")[:1]
