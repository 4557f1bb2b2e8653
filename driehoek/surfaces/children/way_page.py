"""The page of one student's way through school: what lies ahead, and what was, year by year."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from driehoek.backbone.access.closed import shut_to
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.base.core.text import listed
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import year_of
from driehoek.features.career.at_home import may_read
from driehoek.features.talks.held import Held, held_with
from driehoek.features.timeline.way import Moment, Said, may_mark, moments_of

OF_THE_WAY = (InformationKind.ADVICE, InformationKind.INTERNSHIP)  # talks say it on pages of their own


@dataclass(frozen=True)
class Year:
    """A school year and its moments, the newest first."""

    name: str  # "2026-2027"
    moments: list[Moment]


class WayPage:
    """One student's way, as this viewer may read it. The gate has already let her in."""

    def __init__(self, student: Person, viewer: Viewer) -> None:
        self.student, self.viewer = student, viewer

    @property
    def is_own(self) -> bool:
        return self.student == self.viewer.person

    @property
    def knows_when(self) -> bool:
        """Whether it says from when home reads it: to the student and to school."""
        return self.is_own or self.viewer.hat == "school"

    @cached_property
    def may_mark(self) -> bool:
        return may_mark(self.student, self.viewer)

    @property
    def has_assignments(self) -> bool:
        """Whether this viewer reads what she does at home for it."""
        return may_read(self.student, self.viewer)

    @cached_property
    def closed(self) -> list[str]:
        """What of it does not come to this viewer, whatever there is; one sentence for all of it."""
        shut = shut_to(self.student, self.viewer, OF_THE_WAY)
        says = {kind: str(shut[kind]) for kind in OF_THE_WAY if kind in shut}
        if len(says) == len(OF_THE_WAY) and len(set(says.values())) == 1:
            return [says[InformationKind.ADVICE]]
        return [f"{kind.label}: {words}" for kind, words in says.items()]

    @cached_property
    def _moments(self) -> list[Moment]:
        found = [*moments_of(self.student, self.viewer), *map(_talk, held_with(self.student, self.viewer))]
        return sorted(found, key=lambda moment: moment.day, reverse=True)

    @property
    def ahead(self) -> list[Moment]:
        return [moment for moment in reversed(self._moments) if moment.day > self.viewer.today]

    @property
    def years(self) -> Iterator[Year]:
        past = [moment for moment in self._moments if moment.day <= self.viewer.today]
        for year, moments in groupby(past, key=_school_year):
            yield Year(year, list(moments))


def _talk(held: Held) -> Moment:
    """What was said there is for who was at it; what was agreed also for her teachers."""
    said = (
        Said(str(one.doer.called), one.told["words"].words, one.told["words"].language)
        for one in held.pledges
    )
    about = listed([str(subject) for subject in held.subjects])
    return Moment(
        day=day_of(held.talk.moment), icon="chats-circle-bold", kind=held.talk.get_kind_display(),
        title=about or str(held.talk.called), path=held.talk.get_absolute_url(), said=tuple(said),
    )  # fmt: skip


def _school_year(moment: Moment) -> str:
    began: dt.date = year_of(moment.day)
    return f"{began.year}-{began.year + 1}"
