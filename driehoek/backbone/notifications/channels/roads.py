"""All roads there are. A new one is a module with these names, and one line below."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Protocol  # each road has its own kind of connection

from django.conf import settings
from django.db.models import Q

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.channels import email, push, sms
from driehoek.backbone.notifications.models.paper import PAPER
from driehoek.facts.people.models import Person


class Road(Protocol):
    ADDRESS: str  # the field of Person whose refusals are remembered
    CARRIES_WORDS: bool  # or only that there is something
    LOOKS_AT_EACH: bool  # `reached` gives too many, because the database cannot read such an address

    def reach(self, people: Iterable[Person]) -> dict[int, str]:
        """Where this road ends, for each of these people to whom it leads."""

    def reached(self) -> Q:
        """The same as a filter on people, so that the database finds them."""

    def line(self) -> AbstractContextManager[Any]:
        """A connection for a whole batch."""

    def bring(self, connection: Any, parcel: Any) -> None:
        """A Parcel or a Bell. Raises Later, Unreachable, Never, Gone or Unsendable."""


ROADS: dict[str, Road] = {"email": email}
if settings.PUSH_KEY:
    ROADS["push"] = push
if settings.SMS:
    ROADS["sms"] = sms
# Paper is no road by itself: it is collected, and people at school print it and give it along.
ON_REQUEST = {"sms", PAPER}  # for who chose it, because it costs money or work


def address_of(person: Person, channel: str) -> str:
    """Where this road ends; empty when it does not lead to this person."""
    return ROADS[channel].reach([person]).get(person.pk, "")


def ways() -> list[str]:
    """Everything of which somebody can choose how news comes."""
    return [*ROADS, PAPER]


def ways_of(viewer: Viewer) -> list[str]:
    """Those that lead to her: a telephone first says that it wants to be rung, or has a number; paper goes
    along with a child of hers."""
    found = [road for road in ROADS if address_of(viewer.person, road)]
    return [*found, PAPER] if viewer.wards() else found
