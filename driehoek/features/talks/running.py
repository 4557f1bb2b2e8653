"""At the table: the three sides next to each other, and what is written down of the talk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any  # rows with a column beside them

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.features.talks.models import (
    HomeSituation,
    HomeVoice,
    NotesVoice,
    Point,
    PointVoice,
    RecordVoice,
    Side,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.preparing import Answers, Said


@dataclass(frozen=True)
class Column:
    """One side, as this reader may know it."""

    side: Side
    answers: list[Said]
    home: HomeSituation | None
    is_folded: bool  # of two homes: it opens only when somebody wants to
    why_empty: str  # to show when there is nothing to read
    may_send: bool  # hers, filled in before the talk and not sent

    @property
    def is_empty(self) -> bool:
        return not (self.answers or self.home)


class Columns:
    """The child first, then home, then school."""

    ORDER = (Corner.CHILD, Corner.HOME, Corner.SCHOOL)

    def __init__(self, talk: Talk, viewer: Viewer, answers: Answers, homes: Iterable[HomeSituation]) -> None:
        self.talk, self.viewer, self.answers = talk, viewer, answers
        self._homes = {one.side_id: one for one in homes}

    def __iter__(self) -> Iterator[Column]:
        sides = sorted(self.talk.sides.all(), key=lambda side: self.ORDER.index(Corner(side.corner)))
        homes = [side for side in sides if side.corner == Corner.HOME]
        for side in sides:
            folded = side.corner == Corner.HOME and len(homes) > 1 and self.viewer.hat == "school"
            home, why, said = self._homes.get(side.pk), self._why_empty(side), self.answers.of(side)
            if said or home or not side.is_shut or self.viewer.hat == "school":
                yield Column(side, said, home, folded, why, bool(said) and self._is_unsent(side))

    def _is_unsent(self, side: Side) -> bool:
        is_own = side == self.talk.side_of(self.viewer)
        return is_own and not side.is_ready and not self.talk.is_off and self.talk.is_over(self.viewer.now)

    def _why_empty(self, side: Side) -> str:
        """Of the other home one does not hear whether it is ready."""
        own, over = self.talk.side_of(self.viewer), self.talk.is_over(self.viewer.now)
        if own and own != side and own.corner == side.corner == Corner.HOME:
            return _("Deze kant lees jij niet.")
        if side.is_ready and side != own and self.viewer.hat != "school":
            return _shut(over=over, mine_is_ready=bool(own and own.is_ready))
        if over or side.is_ready:
            return _("Niet ingevuld.")
        if side == own:
            return _("Hier komt jouw kant.")
        if self.talk.days_until(self.viewer.today) <= 0:
            return _("Nog niets. Begin gerust: waar ben je trots op?")
        return _("Nog niets ingevuld.")


def _shut(*, over: bool, mine_is_ready: bool) -> str:
    """It is said, and not yet for her."""
    if over:
        return _("Deze kant lees jij niet.")
    if mine_is_ready:
        return _("Al klaar. Je leest het als iedereen klaar is.")
    return _("Al klaar. Vul eerst jouw kant in.")


def points_at(talk: Talk, viewer: Viewer) -> Asking[list[Point]]:
    """With what was spoken. This and what follows is not yet in words: the page does that at once."""
    return PointVoice.hang((yield from asked(_points, viewer, talk.pk)))


def _points(me: Viewer, talk: int) -> QuerySet[Any]:
    seen = Point.objects.visible_to(me).filter(side__talk=talk)
    people = seen.select_related("side__talk", "side__person__portrait")
    return people.annotate(heard=PointVoice.column()).order_by("-is_serious", "pk")


def homes_at(talk: Talk, viewer: Viewer) -> Asking[list[HomeSituation]]:
    return HomeVoice.hang((yield from asked(_homes, viewer, talk.pk)))


def _homes(me: Viewer, talk: int) -> QuerySet[Any]:
    seen = HomeSituation.objects.visible_to(me).filter(side__talk=talk).select_related("side__talk")
    return seen.annotate(heard=HomeVoice.column())


def notes_of(talk: Talk, viewer: Viewer) -> Asking[TalkNotes | None]:
    return next(iter(NotesVoice.hang((yield from asked(_notes, viewer, talk.pk)))), None)


def _notes(me: Viewer, talk: int) -> QuerySet[Any]:
    seen = TalkNotes.objects.visible_to(me).filter(talk=talk).select_related("talk", "by")
    return seen.annotate(heard=NotesVoice.column())


def records_of(talk: Talk, viewer: Viewer) -> Asking[list[TalkRecord]]:
    """The newest first."""
    return RecordVoice.hang((yield from asked(_records, viewer, talk.pk)))


def _records(me: Viewer, talk: int) -> QuerySet[Any]:
    seen = TalkRecord.objects.visible_to(me).filter(talk=talk).select_related("talk", "by")
    return seen.annotate(heard=RecordVoice.column())


def staff_notes_of(talk: Talk, viewer: Viewer) -> Asking[list[StaffNote]]:
    if viewer.hat != "school":
        return []
    return (yield from asked(_staff_notes, viewer, talk.student_id, talk.school_id))


def _staff_notes(me: Viewer, student: int, school: int) -> QuerySet[StaffNote]:
    seen = StaffNote.objects.visible_to(me).filter(student=student, school=school)
    return seen.select_related("by").order_by("-at", "-pk")[:20]
