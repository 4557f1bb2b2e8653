"""For the page about a child: the next talk, and what was agreed and is still open."""

import datetime as dt
from functools import cached_property
from typing import Any  # a talk with what was put beside it

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, abreast, asked, hang
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Readable
from driehoek.facts.people.models import Person
from driehoek.features.talks.agreed import PledgePage, yeses_of
from driehoek.features.talks.ahead import TalkAhead, own_or_first
from driehoek.features.talks.cycle import Due
from driehoek.features.talks.hundred import programme, steps_of
from driehoek.features.talks.models import CycleStep, Pledge, Talk
from driehoek.features.talks.models.talk import TalkQuerySet
from driehoek.features.talks.seated import sides_of

A_YEAR = dt.timedelta(days=365)


class TalksOfChild:
    """Those that come, and those of the year behind us. Whoever shows it puts `written` in words, together
    with what else is on the page."""

    def __init__(
        self, viewer: Viewer, talks: list[Any], pledges: list[Pledge], steps: list[CycleStep]
    ) -> None:
        self.viewer, self._talks, self._pledges, self._steps = viewer, talks, pledges, steps

    @property
    def hundred(self) -> list[Due]:
        """The talks of her first hundred days, at a school that plans these."""
        return programme(self._steps, self._talks, self.viewer.today)

    @property
    def written(self) -> list[Readable]:
        return [*([self.next.talk] if self.next else []), *self._pledges]

    @cached_property
    def _coming(self) -> list[Any]:
        return [talk for talk in self._talks if not talk.is_over(self.viewer.now)]

    @cached_property
    def next(self) -> TalkAhead | None:
        """Of two homes that talk apart: the one at whose table she sits."""
        talk: Any = own_or_first(self._coming, self.viewer)
        if talk is None:
            return None
        page = TalkAhead(talk, self.viewer)
        page.attends = page.side is not None and talk.may_attend
        return page

    @property
    def others(self) -> list[Talk]:
        """What comes beside that one."""
        return [talk for talk in self._coming if self.next and talk != self.next.talk]

    @property
    def past(self) -> list[Talk]:
        return [talk for talk in self._talks if talk.is_over(self.viewer.now)]

    @cached_property
    def pledges(self) -> list[PledgePage]:
        """Open ones first; what was done stays there a while, because it is good news."""
        here = {talk.pk: talk for talk in self._talks}
        pages = [PledgePage(pledge, self.viewer, here[pledge.talk_id]) for pledge in self._pledges]
        return sorted(pages, key=lambda one: not one.pledge.is_open)


def talks_of_child(child: Person, viewer: Viewer) -> Asking[TalksOfChild]:
    about = (viewer, child.pk, viewer.now - A_YEAR)
    talks, pledges, steps = yield from abreast(
        asked(_talks, *about), asked(_pledges, *about), asked(steps_of, viewer, child.pk)
    )
    sides, yeses = yield from abreast(
        asked(sides_of, viewer.today, padded(talk.pk for talk in talks)),
        asked(yeses_of, padded(one.pk for one in pledges)),
    )
    hang(talks, "sides", sides, by="talk_id")
    hang(pledges, "yeses", yeses, by="pledge_id")
    return TalksOfChild(viewer, talks, pledges, steps)


def _seen(me: Viewer, child: int, since: dt.datetime) -> TalkQuerySet:
    return Talk.objects.visible_to(me).standing().filter(student=child, moment__gte=since)


def _talks(me: Viewer, child: int, since: dt.datetime) -> QuerySet[Talk]:
    return _seen(me, child, since).joined().allowing(me, "attend").order_by("moment", "pk")


def _pledges(me: Viewer, child: int, since: dt.datetime) -> QuerySet[Pledge]:
    said = Pledge.objects.visible_to(me).standing().filter(talk__in=_seen(me, child, since).values("pk"))
    return said.joined().order_by("until", "pk")
