"""Which photos a list shows: the policy's cheap form, as a filter that other models can use."""

from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import PhotoLimit


def fit_to_show(viewer: Viewer) -> Q:
    """A filter on photos: nothing known hides them from this viewer. What they hang on has its own rule."""
    return POLICY["media.photo.show"].rows_for(viewer)


def fits_limit(children: set[int]) -> Q:
    """A filter on photos: for everyone, or for whoever stands beside all these children."""
    return Q(~Exists(PhotoLimit.objects.filter(photo=OuterRef("pk")).exclude(student__in=children)))
