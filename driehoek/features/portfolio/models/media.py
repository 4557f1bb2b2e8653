"""The photos of a piece of work, and what else goes with it: her voice, a file."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment, Photo


class WorkPhotoQuerySet(GuardedQuerySet["WorkPhoto"]):
    def shown_to(self, viewer: Viewer, works: Iterable[int]) -> dict[int, list[Photo]]:
        """Of work this viewer may see, by work."""
        return by_work(self.seen_by(viewer, works))

    def taken_along(self, viewer: Viewer, works: Iterable[int]) -> dict[int, list[Photo]]:
        """The same, without what is held: a copy cannot be called back."""
        return by_work(self._fitting(viewer, works, ("take_along",)))

    def seen_by(self, viewer: Viewer, works: Iterable[int]) -> "WorkPhotoQuerySet":
        """The photos and films that nothing hides from her; and what she brought herself and nobody looked at
        yet."""
        return self._fitting(viewer, works, ("show", "keep", "bring"))

    def _fitting(self, viewer: Viewer, works: Iterable[int], acts: Iterable[str]) -> "WorkPhotoQuerySet":
        seen = (Photo.objects.where(viewer, may=act) for act in acts)
        fitting = Q(pk__in=[])
        for some in seen:
            fitting |= Q(Exists(some.filter(pk=OuterRef("photo"))))
        found = self.filter(fitting, work__in=list(works)).select_related("photo__film")
        return found.order_by("position", "pk")


def by_work(found: "Iterable[WorkPhoto]") -> dict[int, list[Photo]]:
    photos: dict[int, list[Photo]] = defaultdict(list)
    for row in found:
        photos[row.work_id].append(row.photo)
    return photos


class WorkPhoto(Guarded):
    """One photo or film of one piece of work. The photo has rules of its own."""

    work = models.ForeignKey("portfolio.Work", models.CASCADE, related_name="+")
    photo = models.OneToOneField(Photo, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = WorkPhotoQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers


class WorkAttachment(Guarded):
    """Her voice, or a file: whoever sees the work gets it."""

    work = models.ForeignKey("portfolio.Work", models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    @classmethod
    def of(cls, works: Iterable[int]) -> dict[int, list[Attachment]]:
        """Of work that this viewer may see."""
        carried: dict[int, list[Attachment]] = defaultdict(list)
        rows = cls.objects.filter(work__in=list(works)).select_related("attachment")
        for row in rows.order_by("position", "pk"):
            carried[row.work_id].append(row.attachment)
        return carried
