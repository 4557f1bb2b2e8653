"""What was spoken with a story."""

from collections.abc import Iterable

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.media.models import Attachment


class StoryVoice(Guarded):
    """Whoever reads the story hears it, and nobody else."""

    story = models.OneToOneField("stories.Story", models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")

    @classmethod
    def of(cls, stories: Iterable[int]) -> dict[int, list[Attachment]]:
        """Of stories that this viewer may read, by story."""
        found = cls.objects.filter(story__in=list(stories)).select_related("attachment")
        return {row.story_id: [row.attachment] for row in found}
