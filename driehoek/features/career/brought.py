"""What a student brings to a talk, for whoever prepares it."""

import datetime as dt
from dataclasses import dataclass

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.career.at_home import assignments_of
from driehoek.features.career.models import Outcome
from driehoek.features.career.reading import in_words, said_to

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


def brought_by(student: Person, viewer: Viewer, *, until: dt.datetime) -> BroughtAlong:
    """To a talk at that moment: what she brought in the year before it."""
    seen = said_to(viewer).filter(student=student, brought__at__gt=until - A_YEAR, brought__at__lte=until)
    found = in_words(seen, viewer)
    faces = faces_of([outcome.author for outcome in found], viewer)
    has_assignments = assignments_of(student, viewer).exists()
    return BroughtAlong(student, found, faces, student == viewer.person, has_assignments)
