"""What one reader sees of a talk, and of what was agreed there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from driehoek.backbone.access.parts import Asking, Part, Parts, allowed, hang
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.answering import Answer
from driehoek.backbone.translation.reading import Readable, put_in_words
from driehoek.features.talks.agreed import PledgePage, agreed_at
from driehoek.features.talks.ahead import TalkAhead
from driehoek.features.talks.along import Company, asked_along, brought_along, left_out_of
from driehoek.features.talks.answers import answers_to, said_by
from driehoek.features.talks.beside import Beside, beside
from driehoek.features.talks.checking import checking_of
from driehoek.features.talks.hundred import steps_for, suggested
from driehoek.features.talks.models import LeftOut, Point, Side, Subject, Talk
from driehoek.features.talks.preparing import Answers, Page, answers_at
from driehoek.features.talks.running import (
    Column,
    Columns,
    homes_at,
    notes_of,
    points_at,
    records_of,
    staff_notes_of,
)
from driehoek.features.talks.seated import sides

MOST = 100  # talks on one page
Along = Sequence[Asking[None]]


def _acts(talk: Talk, viewer: Viewer) -> Asking[set[str]]:
    return allowed(talk, viewer, "attend", "come", "reply")


class OpenTalk(Parts, TalkAhead):
    """One talk, opened. What was said there is for who was at it; each page of it adds parts of its own."""

    _may = Part(_acts)
    checking = Part(checking_of)
    _points = Part(points_at)
    _answers = Part(answers_at)
    _homes = Part(homes_at)
    _pledges = Part(agreed_at)
    _beside = Part(beside)

    def __init__(self, talk: Talk, viewer: Viewer, along: Along = ()) -> None:
        super().__init__(talk, viewer)
        self.read(talk, viewer, along=along)
        self.attends = self.side is not None and "attend" in self._may
        put_in_words(list(self.written()), now=viewer.now)

    def written(self) -> Iterable[Readable]:
        """All that somebody wrote and this page shows."""
        yield self.talk
        yield from self._pledges
        if self.comes:
            yield from self._points
            for one in self._beside:
                yield from one.written
        if self._shows_columns:
            yield from self._answers
            yield from self._homes

    @cached_property
    def comes(self) -> bool:
        """At the table, or beside it as a colleague who was asked along: she reads what is said there."""
        at_work = self.viewer.hat == "school"
        return self.attends or (self.side is None and at_work and "come" in self._may)

    @property
    def may_reply(self) -> bool:
        """Whether she says here if she comes."""
        return "reply" in self._may and self.side is not None and self.talk.may_be_prepared(self.viewer.now)

    @property
    def replies(self) -> Sequence[Answer]:
        return answers_to(self.talk)

    @property
    def said(self) -> str:
        """The key of what she answered."""
        return said_by(self.side, self.talk) if self.side else ""

    @property
    def replied(self) -> list[Side]:
        """Whose answer stands beside her name, for this reader."""
        return [side for side in self.talk.sides.all() if side.shows_reply(self.viewer)]

    @property
    def may_run(self) -> bool:
        """On the day itself and after it: the notes, and the record."""
        return self.leads and not self.talk.is_off and self.days <= 0

    @property
    def may_join(self) -> bool:
        """At home or beside it, from that day until school closed it: the table, and the notes."""
        is_on = self.days <= 0 and not self.talk.is_off and not self.talk.is_closed
        return self.comes and not self.leads and is_on

    @property
    def _shows_columns(self) -> bool:
        return self.attends or (self.comes and not self.talk.is_off)

    @cached_property
    def columns(self) -> list[Column]:
        if not self._shows_columns:
            return []
        answers = Answers.with_found(self.talk, self.viewer, self._answers)
        return list(Columns(self.talk, self.viewer, answers, self._homes))

    @cached_property
    def points(self) -> list[Point]:
        found = self._points if self.comes else []
        for point in found:
            point.beside = self._laid[point.pk]
            vars(point.side)["shut"] = point.side_id in self._shut
        return found

    @cached_property
    def _shut(self) -> set[int]:
        return {side.pk for side in self.talk.sides.all() if side.is_shut}

    @property
    def beside(self) -> list[Beside]:
        """What others of us laid with the whole talk, for those at it."""
        return self._laid[None] if self.comes and not self.talk.is_off else []

    @cached_property
    def _laid(self) -> dict[int | None, list[Beside]]:
        """By point; under None what lies with the whole talk."""
        found: dict[int | None, list[Beside]] = defaultdict(list)
        for one in self._beside:
            found[one.point].append(one)
        return found

    @cached_property
    def pledges(self) -> list[PledgePage]:
        return [PledgePage(pledge, self.viewer, self.talk) for pledge in self._pledges]


class TalkPage(OpenTalk):
    """Before it and after it: who comes, what will be discussed, and what was written down."""

    _asked = Part(asked_along)
    _companions = Part(brought_along)
    _left_out = Part(left_out_of)
    _steps = Part(steps_for)
    records = Part(records_of)
    staff_notes = Part(staff_notes_of)

    def written(self) -> Iterable[Readable]:
        yield from [*super().written(), *self._asked]
        if self.comes:
            yield from self.records

    @cached_property
    def company(self) -> Company:
        brought = [one for one in self._companions if one.side_id not in self._shut] if self.comes else []
        return Company(self.talk, self.viewer, self.side if self.attends else None, self._asked, brought)

    @property
    def left_out(self) -> list[LeftOut]:
        """Who was not asked, and why: for school."""
        return self._left_out if self.leads else []

    @property
    def first_question(self) -> Page | None:
        """On the invitation itself, for who said nothing yet."""
        if not self.may_prepare or self.side is None or self.side.is_ready:
            return None
        hang([self.talk], "along", self._asked, by="talk_id")
        page = Page(self.talk, self.side, self.viewer, 1)
        page.answers = Answers.with_found(self.talk, self.viewer, self._answers)
        return None if page.answers.of(self.side) else page

    @property
    def suggested(self) -> list[tuple[Subject, str | Promise]]:
        """To begin with, at a talk of the first hundred days."""
        if not self.may_prepare or self.side is None:
            return []
        return suggested(self.talk, self.side, self.points, self._steps, self.viewer.today)


class TablePage(OpenTalk):
    """At the table: the sides next to each other, and the notes that all read along."""

    notes = Part(notes_of)

    def written(self) -> Iterable[Readable]:
        return [*super().written(), *([self.notes] if self.notes else [])]


@dataclass(frozen=True)
class Talks:
    """What comes, and what was."""

    coming: list[Talk]
    past: list[Talk]


def talks_of(viewer: Viewer) -> Talks:
    seen = Talk.objects.visible_to(viewer).joined().prefetch_related(sides(viewer.today))
    found = list(seen.order_by("-moment", "-pk")[:MOST])
    put_in_words(found, now=viewer.now)
    coming = [talk for talk in found if not talk.is_over(viewer.now) and not talk.is_off]
    past = [talk for talk in found if talk not in coming]
    return Talks(sorted(coming, key=lambda talk: talk.moment), past)
