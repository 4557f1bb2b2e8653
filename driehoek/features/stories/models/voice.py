"""What was spoken with a story."""

from django.db import models

from driehoek.backbone.media.models import Voice


class StoryVoice(Voice):
    """Whoever reads the story hears it, and nobody else."""

    CARRIER = "story"

    story = models.OneToOneField("stories.Story", models.CASCADE, related_name="+")
