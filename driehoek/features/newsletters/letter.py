"""A letter as one reader gets it: her blocks, in the order in which they are read, and what is coming."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.text import listed
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.newsletters.models import Block, BlockPhoto, Kind, Newsletter

LOOK_AHEAD = dt.timedelta(days=56)
ORDER = list(Kind.values)


@dataclass(frozen=True)
class Piece:
    """One block, for whom of her children it came, and its photos."""

    block: Block
    whose: Sequence[str] = ()  # given names
    places: Sequence[str] = ()  # "groep 5"
    photos: Sequence[Photo] = ()  # that nothing hides from her

    @property
    def about(self) -> str:
        """ "Yusuf · groep 5"."""
        return " · ".join(part for part in (listed(self.whose), listed(self.places)) if part)


@dataclass(frozen=True)
class Section:
    kind: Kind
    pieces: list[Piece]
    days: "Sequence[ComingDay]" = ()

    @property
    def title(self) -> str:
        names = list(dict.fromkeys(name for piece in self.pieces for name in piece.whose))
        if self.kind == Kind.WORK and names:
            return _("Werk van %(names)s") % {"names": listed(names)}
        return str(self.kind.label)


@dataclass(frozen=True)
class ComingDay:
    """Something on the calendar of the school."""

    first: dt.date
    last: dt.date
    name: str
    block: Block | None = None  # when it is shown work of which another letter told


@dataclass(frozen=True)
class Letter:
    newsletter: Newsletter
    pieces: Sequence[Piece]
    days: Sequence[ComingDay] = ()

    @cached_property
    def sections(self) -> list[Section]:
        """Led by what the children worked on; what has nothing in it is left out."""
        ordered = sorted(self.pieces, key=lambda piece: (piece.block.position, piece.block.pk))
        found = []
        for kind in Kind:
            own = [piece for piece in ordered if piece.block.kind == kind]
            days = sorted(self.days, key=lambda day: day.first) if kind == Kind.COMING else []
            if own or days:
                found.append(Section(kind, own, days))
        return found

    def __bool__(self) -> bool:
        return bool(self.pieces)


def photos_with(blocks: Iterable[Block], viewer: Viewer) -> dict[int, list[Photo]]:
    """By block, what is to be seen on each put in words."""
    photos = BlockPhoto.objects.shown_to(viewer, [block.pk for block in blocks])
    put_in_words([photo for some in photos.values() for photo in some], now=viewer.now)
    return photos


def holidays_coming(school: School, day: dt.date) -> list[ComingDay]:
    """Days on which the school is closed, of the coming weeks."""
    rows = Holiday.objects.filter(school=school, ends_on__gte=day, starts_on__lte=day + LOOK_AHEAD)
    return [ComingDay(row.starts_on, row.ends_on, row.name) for row in rows.order_by("starts_on")]
