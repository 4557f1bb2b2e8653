"""What a group works on: the list of a group, and one period as it stands on the page of one student."""

from functools import cached_property

from django.db.models import Q, QuerySet
from django.http import Http404

from driehoek.backbone.access.closed import Shut, shut_to
from driehoek.backbone.access.gate import LARGEST
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.models import Period, Standing, Work
from driehoek.features.portfolio.reading import Card, cards
from driehoek.features.portfolio.standings import with_step

A_FEW = 3  # on the page of a child
ON_A_SHEET = 24  # pieces of work to choose from, the newest


def running(child: Person, viewer: Viewer) -> Asking[list[Period]]:
    """What her groups work on today, for her page; whoever shows it puts it in words."""
    return asked(_running, viewer, child.pk)


def _running(me: Viewer, child: int) -> QuerySet[Period]:
    return with_step(Period.objects.visible_to(me).on(me.today), me, child)[:A_FEW]


def lay_in(key: str, work: Work, viewer: Viewer) -> Work:
    """Work that was begun from the page of a period lies in it at once."""
    theirs = Period.objects.visible_to(viewer).of_student(work.student_id)
    period = theirs.filter(pk=min(int(key), LARGEST)).first() if key.isdecimal() else None
    if period:
        period.lay(work.student, {work.pk}, {work.pk})
    return work


class PeriodsOf:
    """Of one group, the newest first, for who works with it."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @cached_property
    def all(self) -> list[Period]:
        found = list(Period.objects.where(self.viewer, may="change").filter(group=self.group).newest())
        put_in_words(found, now=self.viewer.now)
        return found


class PeriodPage:
    """One period of one student: what is made in it, how far she is, what she shows, and where it leads."""

    def __init__(self, period: Period, student: Person, viewer: Viewer) -> None:
        if not Period.objects.of_student(student.pk).filter(pk=period.pk).exists():
            raise Http404
        self.period, self.student, self.viewer = period, student, viewer
        put_in_words([period], now=viewer.now)

    @cached_property
    def standing(self) -> Standing | None:
        seen = Standing.objects.visible_to(self.viewer)
        return seen.filter(period=self.period, student=self.student).first()

    @cached_property
    def cards(self) -> list[Card]:
        """Her work that lies here, as far as this viewer sees it."""
        seen = Work.objects.visible_to(self.viewer).filter(student=self.student, period=self.period)
        return cards(self.viewer, seen.newest())

    @cached_property
    def shut(self) -> Shut:
        return shut_to(self.student, self.viewer)

    @property
    def onward(self) -> list[str]:
        words = self.period.told["onward"].words if self.period.onward else ""
        return [line.strip(" -•") for line in words.splitlines() if line.strip(" -•")]

    @property
    def is_hers(self) -> bool:
        return self.student.pk == self.viewer.person.pk

    @cached_property
    def may_lay(self) -> bool:
        """She herself, or who teaches her, says what lies here and how far she is."""
        return rows(Person, self.viewer, may="add_work").filter(pk=self.student.pk).exists()


class Laying:
    """Which of her work lies in a period: a sheet with the newest, and all that lies there already."""

    def __init__(self, page: PeriodPage) -> None:
        self.page = page

    @cached_property
    def offered(self) -> list[Work]:
        viewer, student = self.page.viewer, self.page.student
        seen = Work.objects.visible_to(viewer).filter(student=student)
        newest = seen.newest().values("pk")[:ON_A_SHEET]
        keys = {row["pk"] for row in newest}
        found = list(seen.filter(Q(pk__in=keys) | Q(period=self.page.period)).newest())
        put_in_words(found, now=viewer.now)
        return found

    def save(self, chosen: list[str]) -> None:
        keys = {work.pk for work in self.offered}
        self.page.period.lay(self.page.student, {key for key in keys if str(key) in chosen}, keys)
