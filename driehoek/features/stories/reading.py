"""Stories as a viewer meets them: a list with its photos, and one on its own page."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.stories.models import Story, StoryPhoto, StoryVoice
from driehoek.features.stories.models.story import StoryQuerySet
from driehoek.features.stories.telling import subjects

AT_MOST = 40


@dataclass(frozen=True)
class Card:
    """One story with the photos that this viewer may see."""

    story: Story
    photos: list[Photo]
    voices: list[Attachment]
    is_mine: bool
    shows_face: bool  # whether this viewer may see that of its author; else there are initials


def cards(viewer: Viewer, stories: StoryQuerySet | QuerySet[Story]) -> list[Card]:
    """In four queries, however many there are; and one more for what was written in other languages."""
    found = list(stories)
    keys = [story.pk for story in found]
    photos, voices = StoryPhoto.objects.shown_to(viewer, keys), StoryVoice.of(keys)
    put_in_words([*found, *(photo for some in photos.values() for photo in some)], now=viewer.now)
    faces, me = faces_of([story.author for story in found], viewer), viewer.person.pk
    return [
        Card(
            story,
            photos[story.pk],
            voices.get(story.pk, []),
            is_mine=story.author_id == me,
            shows_face=story.author_id in faces,
        )
        for story in found
    ]


def card_of(story: Story, viewer: Viewer) -> Card:
    """Of one that the gate let her see."""
    return cards(viewer, Story.objects.filter(pk=story.pk).with_people())[0]


class Stories:
    """All that this viewer may see, the newest first; for staff, of one group or of all of hers."""

    def __init__(self, viewer: Viewer, group: str = "") -> None:
        self.viewer, self.group = viewer, group

    @cached_property
    def cards(self) -> list[Card]:
        seen = Story.objects.visible_to(self.viewer).sent().with_people()
        if self.group.isascii() and self.group.isdigit() and len(self.group) < 19:
            seen = seen.filter(group=int(self.group))
        return cards(self.viewer, seen[:AT_MOST])

    @cached_property
    def may_tell(self) -> bool:
        return self.viewer.hat == "home" and bool(subjects(self.viewer))
