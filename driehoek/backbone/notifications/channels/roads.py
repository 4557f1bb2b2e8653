"""All roads there are. A new one is a module with these three names, and one line below."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol  # each road has its own kind of connection

from driehoek.backbone.notifications.channels import email
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.facts.people.models import Person


class Road(Protocol):
    ADDRESS: str  # the field of Person that says where to
    line: Callable[[], AbstractContextManager[Any]]  # a connection for a whole batch
    bring: Callable[[Any, Parcel], None]  # raises Later, Unreachable, Never or Unsendable


ROADS: dict[str, Road] = {"email": email}


def address_of(person: Person, channel: str) -> str:
    """Where this road ends; empty when it does not lead to this person."""
    return getattr(person, ROADS[channel].ADDRESS)
