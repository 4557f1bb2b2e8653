"""Stories from home, their photos, and what became of them."""

from driehoek.features.stories.models.photo import StoryPhoto
from driehoek.features.stories.models.story import Removal, Showing, Story, Who
from driehoek.features.stories.models.voice import StoryVoice

__all__ = ["Removal", "Showing", "Story", "StoryPhoto", "StoryVoice", "Who"]
