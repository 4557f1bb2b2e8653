"""The kitchen table as a page shows it: what to ask whom, in the reader's language, and which was ticked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any  # what a question comes from

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import Shown
from driehoek.base.core.clock import day_of
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.models import Wish
from driehoek.features.kitchen.seating import Seated
from driehoek.features.kitchen.table import Lying, everything, lay


@dataclass(frozen=True)
class Question:
    """One question on a page, and when she said that they talked. `post` is the news it came from; `eager`
    are the names of those who said about it: ask me."""

    key: str
    children: tuple[Person, ...]
    shown: Shown | None  # nothing when a child only spoke it
    source: Any
    talked_at: dt.datetime | None
    eager: tuple[str, ...] = ()

    @property
    def is_ours(self) -> bool:
        return isinstance(self.source, Ready)

    @property
    def is_wish(self) -> bool:
        return isinstance(self.source, Wish)

    @property
    def voices(self) -> list[Attachment]:
        """What a child spoke."""
        return self.source.voices if self.is_wish else []

    @property
    def is_hers(self) -> bool:
        """Whether a child wrote or spoke it herself."""
        return self.is_wish and not self.source.picked

    @property
    def post(self) -> Any:
        return None if self.is_ours or self.is_wish else self.source

    @property
    def aloud(self) -> str:
        """The name under which a question of ours is heard."""
        return f"kitchen:{self.source.key}" if self.is_ours else ""

    @property
    def names(self) -> str:
        return listed([child.given_name for child in self.children])

    @property
    def is_to_do(self) -> bool:
        return self.is_ours and self.source.is_to_do

    @property
    def is_of_holiday(self) -> bool:
        return self.is_ours and self.source.band is None


class KitchenTable:
    """For one reader, of these children. What people wrote is in words already."""

    def __init__(self, viewer: Viewer, children: Sequence[Seated], written: Sequence[Lying]) -> None:
        self.viewer, self.children, self.written = viewer, children, written

    @cached_property
    def questions(self) -> list[Question]:
        return [self._shown(one) for one in lay(self.children, self.written, self.viewer.today)]

    @property
    def first(self) -> Question | None:
        """For the first page: what was not talked about before today."""
        return next((one for one in self.questions if not self._is_over(one)), None)

    def _is_over(self, one: Question) -> bool:
        return one.talked_at is not None and day_of(one.talked_at) < self.viewer.today

    def find(self, key: str) -> Lying | None:
        """Also what gave way to another question, since it was shown too."""
        plain = [replace(child, theme="") for child in self.children]
        possible = [
            one
            for seated in (self.children, plain)
            for one in everything(seated, self.written, self.viewer.today)
        ]
        return next((one for one in possible if one.key == key), None)

    def _shown(self, one: Lying) -> Question:
        children = tuple(child.person for child in self.children if child.pk in one.children)
        shown = one.source.shown if isinstance(one.source, Ready) else one.source.told.get("ask")
        ticks = [
            at for child in self.children if child.pk in one.children and (at := child.talked.get(one.key))
        ]
        eager = tuple(child.given_name for child in children if child.pk in one.eager)
        return Question(one.key, children, shown, one.source, max(ticks, default=None), eager)
