"""The letters somebody got, each as it was, without what she may not see any more."""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import QuerySet
from django.http import Http404

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.backbone.notifications.inbox import unread
from driehoek.features.newsletters.attending import Asked, AttendanceForm, asked_in
from driehoek.features.newsletters.letter import ComingDay, Letter, Piece, photos_with
from driehoek.features.newsletters.models import Block, Copy, CopyLine, Kind

MOST = 100


def letter_of(copy: Copy, viewer: Viewer, *, with_names: bool = True) -> Letter:
    """Without names for a mailbox, which may be shared."""
    found = prepared(_lines, viewer, copy.pk)
    blocks = {line.block_id: line.block for line in found}
    copy.edition.put_in_words(copy.newsletter, blocks.values())
    own, earlier = _parted(copy, blocks.values())
    days = [ComingDay(first, last, name) for first, last, name in copy.edition.days]
    days += [ComingDay(block.on, block.on, block.told["title"].words, block) for block in earlier if block.on]
    photos = photos_with(own, viewer)
    pieces = [_piece(block, found, photos.get(block.pk, []), with_names=with_names) for block in own]
    return Letter(copy.newsletter, pieces, days)


def _lines(viewer: Viewer, copy: int) -> QuerySet[CopyLine]:
    rows = CopyLine.objects.visible_to(viewer).filter(copy=copy)
    return rows.select_related("student", "block__newsletter").order_by("student__birth_date", "pk")


def _parted(copy: Copy, blocks: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    own = [block for block in blocks if block.newsletter_id == copy.newsletter_id]
    return own, [block for block in blocks if block.newsletter_id != copy.newsletter_id]


def _piece(block: Block, lines: list[CopyLine], photos: list[Photo], *, with_names: bool) -> Piece:
    """Of the whole school it says no child: it is for all of them."""
    hers = [line for line in lines if line.block_id == block.pk]
    places = list(dict.fromkeys(line.place for line in hers if line.place))
    named = with_names and (places or block.kind == Kind.WORK)
    return Piece(
        block, list(dict.fromkeys(line.student.name for line in hers)) if named else [], places, photos
    )


def copy_with(block: Block, viewer: Viewer) -> Copy:
    """Her own letter in which this block stands: the one it was written for, where she has that."""
    lines = CopyLine.objects.visible_to(viewer).filter(block=block).values("copy")
    rows = Copy.objects.filter(pk__in=lines).select_related("newsletter__school", "edition")
    found = sorted(rows, key=lambda copy: (copy.newsletter_id != block.newsletter_id, -copy.pk))
    if not found:
        raise Http404  # it stands in a letter of somebody else, or she looks at work
    return found[0]


class Reading:
    """One letter before its reader, with what she is asked in it."""

    def __init__(self, copy: Copy, viewer: Viewer, form: AttendanceForm | None = None) -> None:
        self.copy, self.viewer, self.form = copy, viewer, form

    @cached_property
    def letter(self) -> Letter:
        return letter_of(self.copy, self.viewer)

    @cached_property
    def asked(self) -> dict[int, Asked]:
        shown = [piece.block for piece in self.letter.pieces]
        shown += [day.block for day in self.letter.days if day.block]
        return asked_in(shown, self.viewer)


class Archive:
    """Everything this person got, the newest first."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    @cached_property
    def copies(self) -> list[Copy]:
        rows = Copy.objects.visible_to(self.viewer).select_related("newsletter__school", "edition")
        found = list(rows.order_by("-at", "-pk")[:MOST])
        for copy in found:
            copy.edition.put_in_words(copy.newsletter, [])
        return found

    @cached_property
    def unread(self) -> set[int]:
        return set(unread(self.viewer, Copy))
