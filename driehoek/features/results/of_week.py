"""Of one week of a student: the results that came home in it, and the homework that was due."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Readable
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.results.models import Item, Result
from driehoek.features.results.models.result import Status

AT_MOST = 40  # of each, in one week
NOT_DONE = {Status.OPEN, Status.MISSING, Status.UNFINISHED}


@dataclass(frozen=True)
class Homework:
    """One piece, and what the source says became of it, if it says anything."""

    item: Item
    result: Result | None

    @property
    def is_open(self) -> bool:
        return self.result is not None and self.result.status in NOT_DONE

    @property
    def is_done(self) -> bool:
        return self.result is not None and not self.is_open


class MarksOfWeek:
    """Whoever shows it puts `written` in words, together with what else is on the page."""

    def __init__(self, student: Person, viewer: Viewer, results: list[Result], items: list[Item]) -> None:
        self.student, self.viewer = student, viewer
        self.results = [result for result in results if not result.item.is_homework]
        marked = {result.item_id: result for result in results}
        self.homework = [Homework(item, marked.get(item.pk)) for item in items]

    @property
    def written(self) -> list[Readable]:
        given = [one.item for one in self.homework]
        return [*self.results, *(result.item for result in self.results), *given]


def marks_of_week(child: Person, viewer: Viewer, week: Week) -> Asking[MarksOfWeek]:
    days = (week.first, week.last)
    results, items, marked = yield from abreast(
        asked(_results, viewer, child.pk, *week.moments),
        asked(_homework, viewer, child.pk, *days),
        asked(_marked, viewer, child.pk, *days),
    )
    return MarksOfWeek(child, viewer, [*results, *marked], items)


def _results(me: Viewer, child: int, begins: dt.datetime, ends: dt.datetime) -> QuerySet[Result]:
    """By when they came home, also to the student: the same week for both."""
    seen = Result.objects.visible_to(me).whole().filter(student=child, item__is_homework=False)
    in_time = seen.filter(moment__home_at__gte=begins, moment__home_at__lt=ends)
    return in_time.order_by("item__subject", "-scored_on", "-pk")[:AT_MOST]


def _homework(me: Viewer, child: int, first: dt.date, last: dt.date) -> QuerySet[Item]:
    here = Enrolment.objects.on(me.today).filter(student=child)
    given = Item.objects.visible_to(me).filter(is_homework=True, group__in=here.values("group"))
    return given.filter(due_on__gte=first, due_on__lte=last).order_by("due_on", "subject", "pk")[:AT_MOST]


def _marked(me: Viewer, child: int, first: dt.date, last: dt.date) -> QuerySet[Result]:
    """What became of that homework, as far as it is out."""
    seen = Result.objects.visible_to(me).whole().filter(student=child, item__is_homework=True)
    return seen.filter(item__due_on__gte=first, item__due_on__lte=last).order_by("pk")[:AT_MOST]
