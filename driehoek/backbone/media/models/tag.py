"""That a child is on a photo, because a colleague said so: for her own family to find it, for nobody else.

No place on the photo, no face, no machine. It shows nobody a photo that was not hers to see.
"""

import datetime as dt
from collections.abc import Collection

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.media.models.check import PhotoGroup
from driehoek.backbone.media.models.photo import Photo, PhotoRemoval
from driehoek.facts.consent.effective import verdict
from driehoek.facts.people.models import Person


class PhotoTagQuerySet(GuardedQuerySet["PhotoTag"]):
    def lapsed(self, on: dt.date) -> "PhotoTagQuerySet":
        """Of a child who may not be shown for this purpose that day, of one who by now never was in the
        groups of the photo, and of a photo that is gone."""
        said = verdict(student=OuterRef("student"), purpose=OuterRef("photo__purpose"), on=on)
        there = PhotoGroup.objects.with_students().filter(Q(student=OuterRef("student")))
        removed = PhotoRemoval.objects.filter(photo=OuterRef("photo"))
        return self.alias(shown=Coalesce(said, False)).filter(
            Q(shown=False) | ~Exists(there.filter(photo=OuterRef("photo"))) | Exists(removed)
        )

    def about(
        self, *, photos: Collection[int] | None = None, students: Collection[int] | None = None
    ) -> "PhotoTagQuerySet":
        """Only on these photos, and only of these children; of all, where nothing is said."""
        found = self if photos is None else self.filter(photo__in=photos)
        return found if students is None else found.filter(student__in=students)


class PhotoTag(Guarded):
    """She is on it. Of a child who may be shown; it goes when she may not any more."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PhotoTagQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["photo", "student"], name="one_tag_a_child")]
