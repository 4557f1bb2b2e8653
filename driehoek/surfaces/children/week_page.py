"""One week of a student, as she reads it on Thursday and home on Friday: her own words first."""

from functools import cached_property
from typing import Any  # the rows of a values query

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, Part, Parts, allowed, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.reading import noting
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.looking.models import LookAlong
from driehoek.facts.looking.weeks import A_WEEK, Week
from driehoek.facts.people.models import Person
from driehoek.features.absences.of_week import away_in_week
from driehoek.features.following.counting import counting
from driehoek.features.kitchen.looking_back import answer_of_week
from driehoek.features.kitchen.models import Reflection
from driehoek.features.kitchen.models.reflection import OF_THE_WEEK
from driehoek.features.kitchen.own_corner import OwnCorner
from driehoek.features.portfolio.of_week import work_of_week
from driehoek.features.results.of_week import marks_of_week
from driehoek.features.talks.agreed import PledgePage
from driehoek.features.talks.of_week import pledges_of_week

BACK = 40  # weeks that can be looked at: a school year


def _noting(child: Person, viewer: Viewer, _week: Week) -> Asking[Any]:
    return noting(child, viewer)


def _acts(child: Person, viewer: Viewer, _week: Week) -> Asking[set[str]]:
    return allowed(child, viewer, "see_presence_of")


def _said(child: Person, viewer: Viewer, week: Week) -> Asking[list[Reflection]]:
    return answer_of_week(child, viewer, week.monday)


def _readers(child: Person, viewer: Viewer, _week: Week) -> Asking[list[str]]:
    """Who reads it at home, for the student herself."""
    found = yield from asked(_weekly, viewer, child.pk)
    return [name for (name,) in found] if viewer.person.pk == child.pk else []


def _weekly(me: Viewer, child: int) -> QuerySet[LookAlong, Any]:
    weekly = counting(me.today).weekly(me.today).filter(student=child, guardian__is_active=True)
    return weekly.order_by("guardian__given_name", "pk").values_list("guardian__given_name")


class WeekPage(Parts):
    """What this viewer sees of it. The gate has already let her in, and each part asks the policy itself."""

    noted = Part(_noting)
    said = Part(_said)
    work = Part(work_of_week)
    marks = Part(marks_of_week)
    away = Part(away_in_week)
    readers = Part(_readers)
    _pledges = Part(pledges_of_week)
    _may = Part(_acts)

    def __init__(self, child: Person, viewer: Viewer, week: Week) -> None:
        self.child, self.viewer, self.week = child, viewer, week
        self.read(child, viewer, week)
        put_in_words([*self.said, *self.work.written, *self.marks.written, *self._pledges], now=viewer.now)

    @property
    def is_own(self) -> bool:
        return self.child == self.viewer.person

    @property
    def is_home(self) -> bool:
        """Whether home reads it by now."""
        return self.week.home_on <= self.viewer.today

    @property
    def is_current(self) -> bool:
        return self.week == Week.around(self.viewer.today)

    @property
    def may_say(self) -> bool:
        """Whether her own words may be added: as long as it is that week, once."""
        return self.is_own and self.is_current and not self.said

    @cached_property
    def corner(self) -> OwnCorner:
        """Where she says something herself."""
        return OwnCorner(self.viewer)

    def tell(self, words: str, voice: Attachment | None, *, for_teacher: bool) -> None:
        """Her own words about this week, at the top of it."""
        Reflection.give(
            self.child, self.corner.school, OF_THE_WEEK, words,
            for_teacher=for_teacher, voice=voice, at=self.viewer.now,
        )  # fmt: skip

    @property
    def may_see_presence(self) -> bool:
        return "see_presence_of" in self._may

    @property
    def pledges(self) -> list[PledgePage]:
        return [PledgePage(pledge, self.viewer) for pledge in self._pledges]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read but when she was there."""
        told = self.work.tiles or self.work.goals or self.marks.results or self.marks.homework
        return not (self.said or told or self._pledges)

    @property
    def before(self) -> str:
        return self.week.before.name if is_near(self.week.before, self.viewer, own=self.is_own) else ""

    @property
    def after(self) -> str:
        return self.week.after.name if is_near(self.week.after, self.viewer, own=self.is_own) else ""


def week_of(viewer: Viewer, *, own: bool) -> Week:
    """The one to read now: at home the last that came home, for herself that of this ISO week."""
    if own:
        return Week.around(viewer.today)
    return Week.of(viewer.today).before


def is_near(week: Week, viewer: Viewer, *, own: bool) -> bool:
    newest = week_of(viewer, own=own)
    return newest.first - BACK * A_WEEK <= week.first <= newest.first
