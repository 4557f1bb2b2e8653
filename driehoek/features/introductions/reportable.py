"""What a parent tells a class of herself can be reported by whoever reads it there."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.introductions.models import Sharing


@reportable("kennismaken", Sharing, kind=gettext_lazy("Kennismaken"))
def sharing(sharing: Sharing) -> Said:
    group = sharing.group
    return Said(
        author=sharing.person, school=group.school, group=group, words=sharing.words, at=sharing.at,
        path=reverse("introductions:class", args=[group.pk]),
    )  # fmt: skip
