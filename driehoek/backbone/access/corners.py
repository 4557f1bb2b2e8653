"""From which corner of the triangle somebody speaks: school, home or child."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer


class Corner(models.TextChoices):
    SCHOOL = "school", _("school")
    HOME = "home", _("thuis")
    CHILD = "child", _("kind")


def corner_of(viewer: Viewer) -> Corner:
    """As the hat she wears; a student at home speaks for herself."""
    if viewer.hat == "school":
        return Corner.SCHOOL
    return Corner.CHILD if viewer.self_as_student() else Corner.HOME
