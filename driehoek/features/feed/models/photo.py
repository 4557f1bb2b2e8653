"""Which photos belong to a post, and in what order."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.clear import fits_limit
from driehoek.backbone.media.models import Photo, PhotoHold, PhotoLimit, PhotoRemoval


class PostPhotoQuerySet(GuardedQuerySet["PostPhoto"]):
    def in_order(self) -> "PostPhotoQuerySet":
        return self.select_related("photo__film").order_by("post", "position", "pk")

    def shown_to(self, viewer: Viewer) -> "PostPhotoQuerySet":
        """Of posts this viewer may see: the photos nothing hides from her. Whoever keeps the photos also sees
        what is for the parents of one child; such a row says `is_limited`."""
        limited = Exists(PhotoLimit.objects.filter(photo=OuterRef("pk")))
        keeping = Photo.objects.where(viewer, may="keep").filter(limited, ~_is_gone())
        photos = (Photo.objects.where(viewer, may="show"), keeping.filter(checked_at__isnull=False))
        shown, kept = (Q(Exists(some.filter(pk=OuterRef("photo")))) for some in photos)
        is_limited = Exists(PhotoLimit.objects.filter(photo=OuterRef("photo")))
        return self.filter(shown | kept).annotate(is_limited=is_limited).in_order()

    def gone_for(self, viewer: Viewer) -> "PostPhotoQuerySet":
        """Photos that were taken away or must be hidden for now: a grey card stands in their place."""
        beside = viewer.wards() | viewer.self_as_student()
        gone = Photo.objects.filter(_is_gone(), fits_limit(beside), checked_at__isnull=False)
        return self.filter(photo__in=gone).in_order()


def _is_gone() -> Q:
    removed = PhotoRemoval.objects.filter(photo=OuterRef("pk"))
    held = PhotoHold.objects.open().filter(photo=OuterRef("pk"))
    return Q(Exists(removed)) | Q(Exists(held))


class PostPhoto(Guarded):
    """One photo in one post. Seeing the post is not enough: the photo has rules of its own."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = PostPhotoQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "photo"], name="a_photo_once_a_post")]
