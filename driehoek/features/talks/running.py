"""At the table: the three sides next to each other, and what is written down of the talk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.talks.models import HomeSituation, Point, Side, StaffNote, Talk, TalkNotes, TalkRecord
from driehoek.features.talks.preparing import Answers, Said


@dataclass(frozen=True)
class Column:
    """One side, as this reader may know it."""

    side: Side
    answers: list[Said]
    home: HomeSituation | None
    is_folded: bool  # of two homes: it opens only when somebody wants to

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
        found = list(seen.select_related("side__talk", "side__person").order_by("-is_serious", "pk"))
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def _homes(self) -> dict[int, HomeSituation]:
        seen = HomeSituation.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        found = list(seen.select_related("side__talk"))
        put_in_words(found, now=self.viewer.now)
        return {one.side_id: one for one in found}

    def __iter__(self) -> Iterator[Column]:
        sides = sorted(self.talk.sides.all(), key=lambda side: self.ORDER.index(Corner(side.corner)))
        homes = [side for side in sides if side.corner == Corner.HOME]
        for side in sides:
            folded = side.corner == Corner.HOME and len(homes) > 1 and self.viewer.hat == "school"
            yield Column(side, self.answers.of(side), self._homes.get(side.pk), folded)


def notes_of(talk: Talk, viewer: Viewer) -> TalkNotes | None:
    found = TalkNotes.objects.visible_to(viewer).filter(talk=talk).select_related("talk", "by").first()
    if found:
        put_in_words([found], now=viewer.now)
    return found


def records_of(talk: Talk, viewer: Viewer) -> list[TalkRecord]:
    """The newest first."""
    found = list(TalkRecord.objects.visible_to(viewer).filter(talk=talk).select_related("talk", "by"))
    put_in_words(found, now=viewer.now)
    return found


def staff_notes_of(talk: Talk, viewer: Viewer) -> list[StaffNote]:
    if viewer.hat != "school":
        return []
    seen = StaffNote.objects.visible_to(viewer).filter(student=talk.student_id, school=talk.school_id)
    return list(seen.select_related("by").order_by("-at", "-pk")[:20])
