"""What one reader sees of a talk, and of what was agreed there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.talks.along import Company
from driehoek.features.talks.beside import Beside, beside
from driehoek.features.talks.checking import Checking
from driehoek.features.talks.hundred import suggested
from driehoek.features.talks.models import (
    LeftOut,
    Pledge,
    Point,
    Side,
    StaffNote,
    Subject,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.running import Column, Columns, notes_of, records_of, staff_notes_of
from driehoek.features.talks.triangle import Triangle

MOST = 100  # talks on one page


class PledgePage:
    """One sentence, who said yes to it, and what this reader may do with it."""

    def __init__(self, pledge: Pledge, viewer: Viewer, talk: Talk | None = None) -> None:
        self.pledge, self.viewer, self.talk = pledge, viewer, talk or pledge.talk
        if not hasattr(pledge, "told"):
            put_in_words([pledge], now=viewer.now)

    @cached_property
    def own_side(self) -> Side | None:
        return self.talk.side_of(self.viewer)

    @cached_property
    def may_follow(self) -> bool:
        """Whoever was at the talk, as long as it is open."""
        return self.own_side is not None and self.pledge.is_open

    @property
    def may_confirm(self) -> bool:
        return bool(self.may_follow and self.own_side and self.own_side.pk not in self.pledge.said_yes)

    @property
    def child_to_note(self) -> Side | None:
        """At school: the child who sits at the table too, and did not say yes yet."""
        if not self.may_follow or self.viewer.hat != "school":
            return None
        child = next((side for side in self.talk.sides.all() if side.corner == Corner.CHILD), None)
        return child if child and child.pk not in self.pledge.said_yes else None

    def side_for(self, key: str) -> Side | None:
        """For whom a yes is meant: herself, or by school the child."""
        if not key:
            return self.own_side
        child = self.child_to_note
        return child if child and str(child.pk) == key else None

    def _said(self, corner: Corner) -> bool:
        here = [side.pk for side in self.talk.sides.all() if side.corner == corner]
        return bool(here) and self.pledge.said_yes.issuperset(here)

    @property
    def child(self) -> bool:
        return self._said(Corner.CHILD)

    @property
    def home(self) -> bool:
        return self._said(Corner.HOME)

    @property
    def school(self) -> bool:
        return self._said(Corner.SCHOOL)

    @property
    def all_said_yes(self) -> bool:
        return self.pledge.said_yes.issuperset(side.pk for side in self.talk.sides.all())

    @property
    def is_mine(self) -> bool:
        return self.own_side is not None and self.own_side.pk == self.pledge.doer_id

    @property
    def is_asked(self) -> bool:
        """Its day is over: the question whether it was done."""
        until = self.pledge.until
        return self.may_follow and until is not None and until < self.viewer.today


class TalkPage:
    """One talk. The gate let her see that it is; what was said there is for who was at it."""

    def __init__(self, talk: Talk, viewer: Viewer) -> None:
        self.talk, self.viewer = talk, viewer
        if not hasattr(talk, "told"):
            put_in_words([talk], now=viewer.now)

    @cached_property
    def side(self) -> Side | None:
        return self.talk.side_of(self.viewer)

    @cached_property
    def attends(self) -> bool:
        return self.side is not None and self.talk.allows(self.viewer, "attend")

    @cached_property
    def comes(self) -> bool:
        """At the table, or beside it as a colleague who was asked along: she reads what is said there."""
        at_work = self.viewer.hat == "school"
        return self.attends or (self.side is None and at_work and self.talk.allows(self.viewer, "come"))

    @cached_property
    def company(self) -> Company:
        return Company(self.talk, self.viewer, self.side if self.attends else None, comes=self.comes)

    @property
    def leads(self) -> bool:
        return self.attends and self.viewer.hat == "school"

    @property
    def sides(self) -> list[Side]:
        return list(self.talk.sides.all())

    @cached_property
    def left_out(self) -> list[LeftOut]:
        """Who was not asked, and why: for school."""
        return list(self.talk.left_out.select_related("person").order_by("pk")) if self.leads else []

    @property
    def is_over(self) -> bool:
        return self.talk.is_over(self.viewer.now)

    @property
    def days(self) -> int:
        return self.talk.days_until(self.viewer.today)

    @cached_property
    def triangle(self) -> Triangle | None:
        return Triangle(self.talk, self.viewer, self.side) if self.side else None

    @property
    def may_prepare(self) -> bool:
        """Whether her side can still be filled in."""
        return self.attends and self.talk.may_be_prepared(self.viewer.now)

    @property
    def may_run(self) -> bool:
        """On the day itself and after it: the notes, and the record."""
        return self.leads and not self.talk.is_off and self.days <= 0

    @property
    def may_join(self) -> bool:
        """At home or beside it, from that day on: what lies on the table, and what is written down of it."""
        return self.comes and not self.leads and not self.talk.is_off and self.days <= 0

    @cached_property
    def checking(self) -> Checking:
        """Whether school still reaches everybody; nothing for who is not at the talk."""
        return Checking(self.talk, self.viewer)

    @cached_property
    def columns(self) -> list[Column]:
        return list(self._columns) if self.attends or (self.comes and not self.talk.is_off) else []

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self.talk, self.viewer)

    @cached_property
    def points(self) -> list[Point]:
        found = self._columns.points if self.comes else []
        for point in found:
            point.beside = self._laid[point.pk]
        return found

    @property
    def suggested(self) -> list[tuple[Subject, str | Promise]]:
        """To begin with, at a talk of the first hundred days."""
        if not self.may_prepare or self.side is None:
            return []
        return suggested(self.talk, self.side, self.points, self.viewer)

    @property
    def beside(self) -> list[Beside]:
        """What others of us laid with the whole talk, for those at it."""
        return self._laid[None] if self.comes and not self.talk.is_off else []

    @cached_property
    def _laid(self) -> dict[int | None, list[Beside]]:
        return beside(self.talk, [point.pk for point in self._columns.points], self.viewer)

    @cached_property
    def notes(self) -> TalkNotes | None:
        return notes_of(self.talk, self.viewer)

    @cached_property
    def records(self) -> list[TalkRecord]:
        return records_of(self.talk, self.viewer)

    @cached_property
    def staff_notes(self) -> list[StaffNote]:
        return staff_notes_of(self.talk, self.viewer)

    @cached_property
    def pledges(self) -> list[PledgePage]:
        said = Pledge.objects.visible_to(self.viewer).standing().filter(talk=self.talk)
        return pledge_pages(said.with_people().order_by("pk"), self.viewer, {self.talk.pk: self.talk})


def pledge_pages(pledges: Iterable[Pledge], viewer: Viewer, talks: dict[int, Talk]) -> list[PledgePage]:
    """With their words in her language, in one question."""
    found = list(pledges)
    put_in_words(found, now=viewer.now)
    return [PledgePage(pledge, viewer, talks.get(pledge.talk_id)) for pledge in found]


@dataclass(frozen=True)
class Talks:
    """What comes, and what was."""

    coming: list[Talk]
    past: list[Talk]


def talks_of(viewer: Viewer) -> Talks:
    found = list(Talk.objects.visible_to(viewer).with_people().order_by("-moment", "-pk")[:MOST])
    put_in_words(found, now=viewer.now)
    coming = [talk for talk in found if not talk.is_over(viewer.now) and not talk.is_off]
    past = [talk for talk in found if talk not in coming]
    return Talks(sorted(coming, key=lambda talk: talk.moment), past)
