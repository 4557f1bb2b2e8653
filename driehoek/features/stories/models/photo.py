"""Which photos belong to a story, and in what order."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo


class StoryPhotoQuerySet(GuardedQuerySet["StoryPhoto"]):
    def shown_to(self, viewer: Viewer, stories: Iterable[int]) -> dict[int, list[Photo]]:
        """Of stories this viewer may see: by story, the photos that nothing hides from her."""
        showing = Photo.objects.where(viewer, may="show").filter(pk=OuterRef("photo"))
        found = self.filter(Exists(showing), story__in=stories).select_related("photo")
        photos: dict[int, list[Photo]] = defaultdict(list)
        for row in found.order_by("position", "pk"):
            photos[row.story_id].append(row.photo)
        return photos


class StoryPhoto(Guarded):
    """One photo of one story."""

    story = models.ForeignKey("stories.Story", models.CASCADE, related_name="+")
    photo = models.OneToOneField(Photo, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = StoryPhotoQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers
