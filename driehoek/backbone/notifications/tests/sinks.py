"""Roads without a server at their end: they keep what is brought, and are in trouble now and then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any  # whatever a road is asked for

from driehoek.backbone.notifications.channels.outcome import Later, Unreachable
from driehoek.backbone.notifications.channels.parcel import Bell, Parcel
from driehoek.backbone.notifications.channels.roads import Road

Take = Callable[[str, Parcel | Bell], None]


class Sink:
    """The road itself, but for its last step. `trouble` is how often that one goes wrong."""

    def __init__(self, name: str, road: Road, take: Take, chance: Random, trouble: float = 0.15) -> None:
        self.name, self.road, self.take = name, road, take
        self.chance, self.trouble = chance, trouble

    def __getattr__(self, name: str) -> Any:
        return getattr(self.road, name)

    @contextmanager
    def line(self) -> Iterator[None]:
        yield

    def bring(self, connection: None, parcel: Parcel | Bell) -> None:
        """It may be taken and look as if it were not: then it comes again, under the same name."""
        luck = self.chance.random()
        if luck < self.trouble / 6:
            raise Unreachable("closed")
        if luck < self.trouble / 2:
            raise Later("450")
        self.take(self.name, parcel)
        if luck < self.trouble:
            raise Later("hung up")
