"""Which photos belong to a post, and in what order."""

from django.db import models
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.clear import fits_limit
from driehoek.backbone.media.models import Photo, PhotoHold, PhotoRemoval


class PostPhotoQuerySet(GuardedQuerySet):
    def in_order(self) -> "PostPhotoQuerySet":
        return self.select_related("photo").order_by("post", "position", "pk")

    def shown_to(self, viewer: Viewer) -> "PostPhotoQuerySet":
        """Of posts this viewer may see: the photos nothing hides from her."""
        return self.filter(photo__in=Photo.objects.where(viewer, may="show")).in_order()

    def gone_for(self, viewer: Viewer) -> "PostPhotoQuerySet":
        """Photos that were taken away or must be hidden for now: a grey card stands in their place."""
        removed = PhotoRemoval.objects.filter(photo=OuterRef("pk"))
        held = PhotoHold.objects.open().filter(photo=OuterRef("pk"))
        gone = Photo.objects.filter(Exists(removed) | Exists(held), checked_at__isnull=False)
        return self.filter(photo__in=gone.filter(fits_limit(viewer.wards()))).in_order()


class PostPhoto(Guarded):
    """One photo in one post. Seeing the post is not enough: the photo has rules of its own."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = PostPhotoQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "photo"], name="a_photo_once_a_post")]
