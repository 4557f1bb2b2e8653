"""A talk as it stands in a list: when it is, whose side is ready, and whether one's own can be filled in."""

from collections.abc import Sequence
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.talks.models import Side, Talk
from driehoek.features.talks.triangle import Triangle


class TalkAhead:
    """The gate let her see that it is. `attends`: whether she is at it, as the policy says."""

    attends: bool

    def __init__(self, talk: Talk, viewer: Viewer) -> None:
        self.talk, self.viewer = talk, viewer

    @cached_property
    def side(self) -> Side | None:
        return self.talk.side_of(self.viewer)

    @property
    def leads(self) -> bool:
        return self.attends and self.viewer.hat == "school"

    @property
    def sides(self) -> list[Side]:
        """At home without a guardian who can read it no more."""
        return [side for side in self.talk.sides.all() if self.viewer.hat == "school" or not side.is_shut]

    @property
    def is_over(self) -> bool:
        return self.talk.is_over(self.viewer.now)

    @property
    def days(self) -> int:
        return self.talk.days_until(self.viewer.today)

    @cached_property
    def triangle(self) -> Triangle | None:
        return Triangle(self.talk, self.viewer, self.side) if self.side else None

    @property
    def may_prepare(self) -> bool:
        """Whether her side can still be filled in."""
        return self.attends and self.talk.may_be_prepared(self.viewer.now)


def own_or_first(talks: Sequence[Talk], viewer: Viewer) -> Talk | None:
    """Of talks in the order of their moments: the first in which the viewer has a side, else the first."""
    mine = (talk for talk in talks if talk.side_of(viewer))
    return next(mine, talks[0] if talks else None)
