"""At the table: the three sides next to each other, and what is written down of the talk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.talks.models import (
    HomeSituation,
    NotesVoice,
    Point,
    RecordVoice,
    Side,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.models.answer import homes_with_voices
from driehoek.features.talks.models.point import with_sound
from driehoek.features.talks.preparing import Answers, Said


@dataclass(frozen=True)
class Column:
    """One side, as this reader may know it."""

    side: Side
    answers: list[Said]
    home: HomeSituation | None
    is_folded: bool  # of two homes: it opens only when somebody wants to
    why_empty: str  # to show when there is nothing to read

    @property
    def is_empty(self) -> bool:
        return not (self.answers or self.home)


class Columns:
    """The child first, then home, then school."""

    ORDER = (Corner.CHILD, Corner.HOME, Corner.SCHOOL)

    def __init__(self, talk: Talk, viewer: Viewer) -> None:
        self.talk, self.viewer = talk, viewer
        self.answers = Answers(talk, viewer)

    @cached_property
    def points(self) -> list[Point]:
        seen = Point.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        people = seen.select_related("side__talk", "side__person__portrait")
        found = with_sound(people.order_by("-is_serious", "pk"))
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def _homes(self) -> dict[int, HomeSituation]:
        seen = HomeSituation.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        found = homes_with_voices(seen.select_related("side__talk"))
        put_in_words(found, now=self.viewer.now)
        return {one.side_id: one for one in found}

    def __iter__(self) -> Iterator[Column]:
        sides = sorted(self.talk.sides.all(), key=lambda side: self.ORDER.index(Corner(side.corner)))
        homes = [side for side in sides if side.corner == Corner.HOME]
        for side in sides:
            folded = side.corner == Corner.HOME and len(homes) > 1 and self.viewer.hat == "school"
            home, why = self._homes.get(side.pk), self._why_empty(side)
            yield Column(side, self.answers.of(side), home, folded, why)

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


def notes_of(talk: Talk, viewer: Viewer) -> TalkNotes | None:
    seen = TalkNotes.objects.visible_to(viewer).filter(talk=talk).select_related("talk", "by")
    found = seen.annotate(heard=NotesVoice.column()).first()
    if found:
        found.voices = NotesVoice.played(vars(found)["heard"])
        put_in_words([found], now=viewer.now)
    return found


def records_of(talk: Talk, viewer: Viewer) -> list[TalkRecord]:
    """The newest first."""
    seen = TalkRecord.objects.visible_to(viewer).filter(talk=talk).select_related("talk", "by")
    found: list[TalkRecord] = list(seen.annotate(heard=RecordVoice.column()))
    for made in found:
        made.voices = RecordVoice.played(vars(made)["heard"])
    put_in_words(found, now=viewer.now)
    return found


def staff_notes_of(talk: Talk, viewer: Viewer) -> list[StaffNote]:
    if viewer.hat != "school":
        return []
    seen = StaffNote.objects.visible_to(viewer).filter(student=talk.student_id, school=talk.school_id)
    return list(seen.select_related("by").order_by("-at", "-pk")[:20])
