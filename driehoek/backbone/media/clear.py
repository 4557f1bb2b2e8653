"""Which photos are for everyone, and which for those beside one child alone."""

from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.media.models import PhotoLimit


def fits_limit(children: set[int]) -> Q:
    """A filter on photos: for everyone, or for whoever stands beside all these children."""
    return Q(~Exists(PhotoLimit.objects.filter(photo=OuterRef("pk")).exclude(student__in=children)))
