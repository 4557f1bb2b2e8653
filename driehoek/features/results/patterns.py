"""What results of students say to their mentor: work that is missing, and a subject that goes down. Facts to
count with the rules of a school, of what home could read already. Never a score of anybody."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.features.results.models import Result, Status


@dataclass(frozen=True)
class Slip:
    """One piece of work that is missing, or a result that is lower than the one before it."""

    student: int
    school: int
    subject: str
    title: str
    day: dt.date
    is_missing: bool


def slips_of(students: Collection[int], viewer: Viewer, *, after: dt.date) -> list[Slip]:
    """Of what came out for home: nobody is asked about what would be a surprise to her."""
    seen = Result.objects.visible_to(viewer).filter(student__in=students, moment__home_at__lte=viewer.now)
    return [*_missing(seen, viewer, after), *_lower(seen, viewer, after)]


def _missing(seen: QuerySet[Result], viewer: Viewer, after: dt.date) -> Iterator[Slip]:
    """On the day it had to be there, or else on the day we heard."""
    rows = seen.filter(status=Status.MISSING).values_list(
        "student", "school", "item__subject", "item__title", "item__due_on", "moment__home_at"
    )
    for student, school, subject, title, due_on, home_at in rows.order_by("pk"):
        day = due_on or day_of(home_at)
        if after < day <= viewer.today:
            yield Slip(student, school, subject, title, day, is_missing=True)


def _lower(seen: QuerySet[Result], viewer: Viewer, after: dt.date) -> Iterator[Slip]:
    """The last results of a subject on one scale, as long as each is lower than the one before."""
    marked = seen.filter(score__isnull=False, scored_on__gt=after, scored_on__lte=viewer.today)
    lines = defaultdict[tuple[object, ...], list[Result]](list)
    for result in marked.select_related("item").order_by("scored_on", "pk"):
        item = result.item
        lines[result.student_id, result.school_id, item.subject, item.least, item.most].append(result)
    for results in lines.values():
        yield from _going_down(results)


def _going_down(results: list[Result]) -> Iterator[Slip]:
    """From the latest back, as long as it goes down."""
    for before, result in zip(results[-2::-1], results[:0:-1], strict=True):
        if (
            before.score is None
            or result.score is None
            or not result.scored_on
            or result.score >= before.score
        ):
            return
        item, place = result.item, (result.student_id, result.school_id)
        yield Slip(*place, item.subject, item.title, result.scored_on, is_missing=False)
