"""The posts of one group as someone who works with it sees them: her drafts, what waits, what is out."""

from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Group
from driehoek.features.feed.cards import AT_MOST, Card, cards_of
from driehoek.features.feed.models import Post
from driehoek.features.feed.models.post import PostQuerySet


class Shelf:
    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @property
    def _posts(self) -> PostQuerySet:
        return Post.objects.visible_to(self.viewer).filter(group=self.group)

    @cached_property
    def drafts(self) -> list[Post]:
        """Only those with something on them."""
        return list(self._posts.drafts().exclude(title="", text="", ask_at_home=""))

    @cached_property
    def waiting(self) -> list[Post]:
        return list(self._posts.waiting(self.viewer.now).select_related("publication"))

    @cached_property
    def cards(self) -> list[Card]:
        return cards_of(self.viewer, self._posts.published(self.viewer.now)[:AT_MOST])
