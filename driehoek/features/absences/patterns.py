"""What was noted about students in the past weeks: late, or missed without a word. Facts to count with the
rules of a school; illness and leave never count. Never a score."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.absences.models import Absence, Reason

COUNTED = (Reason.LATE, Reason.UNKNOWN)
BY_SCHOOL = Q(noted_by__isnull=False) | Q(source_line__isnull=False)  # not what home told itself


@dataclass(frozen=True)
class Noted:
    """Once a day, however often on that day."""

    student: int
    school: int
    is_late: bool
    day: dt.date


def noted_of(students: Collection[int], viewer: Viewer, *, after: dt.date) -> list[Noted]:
    """Of these students, as far as it is hers to weigh. What home said of itself is no part of it: parents,
    the child and the office never see this."""
    noted = Absence.objects.where(viewer, may="weigh").standing().filter(student__in=students)
    lately = noted.filter(BY_SCHOOL, reason__in=COUNTED, starts_on__gt=after, starts_on__lte=viewer.today)
    found = lately.values_list("student", "school", "reason", "starts_on").order_by("starts_on", "pk")
    seen = (Noted(student, school, reason == Reason.LATE, day) for student, school, reason, day in found)
    return list(dict.fromkeys(seen))
