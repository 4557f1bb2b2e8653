"""Which photos stand with a block, and in what order. Seeing the block is not enough to see them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from django.db import models
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.facts.people.models import Person


class BlockPhotoQuerySet(GuardedQuerySet["BlockPhoto"]):
    def shown_to(self, viewer: Viewer, blocks: Iterable[int]) -> dict[int, list[Photo]]:
        """Of blocks this viewer may see: by block, the photos that nothing hides from her at this moment."""
        photos: dict[int, list[Photo]] = defaultdict(list)
        for row in prepared(_shown, viewer, padded(blocks)):
            photos[row.block_id].append(row.photo)
        return photos

    def waiting(self) -> "BlockPhotoQuerySet":
        """Nobody said yet who is on them."""
        return self.filter(photo__checked_at=None)


class Illustrated(Protocol):
    pk: int
    photos: list[Photo]


class BlockPhoto(Guarded):
    """One photo of one block. It is for this letter alone: elsewhere other families said yes."""

    block = models.ForeignKey("newsletters.Block", models.CASCADE, related_name="+")
    photo = models.OneToOneField(Photo, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = BlockPhotoQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    @staticmethod
    def bring(block: int, photos: Iterable[Photo], *, by: Person) -> None:
        """Pictures that were shown elsewhere, for the readers of this block."""
        for number, photo in enumerate(photos):
            BlockPhoto.objects.create(block_id=block, photo=photo.again(by=by), position=number)

    @staticmethod
    def of(blocks: Iterable[int]) -> list[Photo]:
        """Every photo that was put with these blocks."""
        rows = BlockPhoto.objects.filter(block__in=blocks).select_related("photo")
        return [row.photo for row in rows.order_by("block", "position", "pk")]

    @staticmethod
    def discard_of(blocks: Iterable[int]) -> None:
        """They go with their blocks, pixels and all."""
        for photo in BlockPhoto.of(blocks):
            photo.discard()

    @staticmethod
    def ask_again(block: int) -> None:
        """Other families read the block now: who is on its photos must be said anew."""
        rows = BlockPhoto.objects.filter(block=block).values("photo")
        Photo.objects.filter(pk__in=rows).update(checked_at=None)


def _shown(viewer: Viewer, blocks: tuple[int, ...]) -> models.QuerySet[BlockPhoto]:
    showing = Photo.objects.where(viewer, may="show").filter(pk=OuterRef("photo"))
    found = BlockPhoto.objects.filter(Exists(showing), block__in=blocks)
    return found.select_related("photo").order_by("position", "pk")


def put_photos(blocks: Sequence[Illustrated]) -> None:
    """Give each of them `photos`, also those that nobody sees yet."""
    rows = BlockPhoto.objects.filter(block__in=[block.pk for block in blocks]).select_related("photo")
    found: dict[int, list[Photo]] = defaultdict(list)
    for row in rows.order_by("position", "pk"):
        found[row.block_id].append(row.photo)
    for block in blocks:
        block.photos = found[block.pk]
