"""All photos of one post, one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.tagging import named_on
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.feed.models import Post, PostPhoto


@dataclass(frozen=True)
class Frame:
    """One place in an album: a photo, or None where one was."""

    photo: Photo | None
    is_limited: bool = False  # for the parents of one child; only whoever keeps the photos is told
    names: Sequence[str] = ()  # of whom it may be told to her that they are on it
    is_kept: bool = False  # she may say who is on it


class Album:
    """All photos of a post, one under the other; a grey card for each that was taken away."""

    def __init__(self, post: Post, viewer: Viewer) -> None:
        self.post = post
        rows = PostPhoto.objects.filter(post=post)
        gone = {row.pk: (row.position, Frame(None)) for row in rows.gone_for(viewer)}
        found = list(rows.shown_to(viewer))
        keys = [row.photo_id for row in found]
        names, kept = named_on(keys, viewer), _kept(keys, viewer)
        shown = {row.pk: (row.position, _frame(row, names, kept)) for row in found}
        self.is_kept = viewer.hat == "school"
        self.frames = [frame for _pk, (_place, frame) in sorted((gone | shown).items(), key=_by_position)]
        put_in_words([frame.photo for frame in self.frames if frame.photo], now=viewer.now)

    @property
    def has_film(self) -> bool:
        return any(frame.photo and frame.photo.film_id for frame in self.frames)


def _by_position(item: tuple[int, tuple[int, Frame]]) -> tuple[int, int]:
    key, (position, _frame) = item
    return position, key


def _kept(photos: list[int], viewer: Viewer) -> set[int]:
    """Those which she looks after. At home nobody does."""
    rows = Photo.objects.where(viewer, may="keep") if viewer.hat == "school" else Photo.objects.none()
    return set(rows.filter(pk__in=photos).values_list("pk", flat=True))


def _frame(row: PostPhoto, names: dict[int, list[str]], kept: set[int]) -> Frame:
    is_limited = row.is_limited  # type: ignore[attr-defined]  # annotated by shown_to()
    return Frame(row.photo, is_limited, names.get(row.photo_id, ()), row.photo_id in kept)
