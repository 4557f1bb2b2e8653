"""The circle: what families let the class see together, one thing at a time, large enough for the board."""

import datetime as dt
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.schools.models import Group
from driehoek.features.stories.models import Story, StoryPhoto, Who

RECENT = dt.timedelta(days=30)
AT_MOST = 60


class Circle:
    """What waits comes first, the oldest before the newer; then what the class saw already."""

    def __init__(self, group: Group, viewer: Viewer, chosen: str) -> None:
        self.group, self.viewer, self._chosen = group, viewer, chosen

    @cached_property
    def stories(self) -> list[Story]:
        may = Story.objects.where(self.viewer, may="show").filter(group=self.group)
        recent = may.filter(sent_at__gte=self.viewer.now - RECENT).with_people()
        found = list(recent.order_by("sent_at", "pk")[:AT_MOST])
        return sorted(found, key=lambda story: story.is_shown)

    @property
    def place(self) -> int:
        keys = [str(story.pk) for story in self.stories]
        return keys.index(self._chosen) if self._chosen in keys else 0

    @property
    def story(self) -> Story | None:
        return self._shown[0]

    @property
    def photos(self) -> list[Photo]:
        return self._shown[1]

    @cached_property
    def voices(self) -> list[Attachment]:
        return self.story.voices() if self.story else []

    @cached_property
    def _shown(self) -> tuple[Story | None, list[Photo]]:
        """The chosen story and its photos, in words of the reader."""
        if not self.stories:
            return None, []
        story = self.stories[self.place]
        photos = self._photos_of(story)
        put_in_words([story, *photos], now=self.viewer.now)
        return story, photos

    @property
    def before(self) -> Story | None:
        return self.stories[self.place - 1] if self.place > 0 else None

    @property
    def after(self) -> Story | None:
        return self.stories[self.place + 1] if self.place + 1 < len(self.stories) else None

    @property
    def number(self) -> int:
        return self.place + 1

    def _photos_of(self, story: Story) -> list[Photo]:
        """None with other children on it: nobody asked their families."""
        if story.on_photos == Who.OTHERS:
            return []
        return StoryPhoto.objects.shown_to(self.viewer, [story.pk])[story.pk]
