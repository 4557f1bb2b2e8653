"""All roads there are. A new one is a module with these three names, and one line below."""

from contextlib import AbstractContextManager
from typing import Any, Protocol  # each road has its own kind of connection

from driehoek.backbone.notifications.channels import email
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.facts.people.models import Person


class Road(Protocol):
    ADDRESS: str  # the field of Person that says where to

    def line(self) -> AbstractContextManager[Any]:
        """A connection for a whole batch."""

    def bring(self, connection: Any, parcel: Parcel) -> None:
        """Raises Later, Unreachable, Never or Unsendable."""


ROADS: dict[str, Road] = {"email": email}


def address_of(person: Person, channel: str) -> str:
    """Where this road ends; empty when it does not lead to this person."""
    return str(getattr(person, ROADS[channel].ADDRESS))
