"""What somebody said of her work that a student did not hear yet."""

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.portfolio.models import Echo


def unheard(viewer: Viewer, student: int) -> QuerySet[Echo]:
    """Of the work of this student, by this viewer."""
    return Echo.objects.visible_to(viewer).filter(student=student).new_to(viewer.person)


def is_answered(viewer: Viewer) -> bool:
    """Whether a student who looks at her own work finds something new."""
    return unheard(viewer, viewer.person.pk).exists()
