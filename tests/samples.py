"""An example for every URL that takes an argument: always of groep 5, so that the table tells a story."""

from collections.abc import Callable

from driehoek.features.rosters.models import Proposal, Upload
from tests.cast import Cast

Arguments = list[object]


def handed_in(cast: Cast) -> Arguments:
    """A roster that waits for somebody to agree to it."""
    upload = Upload.objects.create(school=cast.vlieger, by=cast.marja, at=cast.now, token="rooster")
    counts = {"people": {"added": 1, "changed": 0, "ended": 0}}
    lists = {"names": {"people.added": ["Noor Dijkstra"]}, "faults": [], "notes": []}
    Proposal.objects.create(upload=upload, digest="", is_empty=False, counts=counts, asks={}, **lists)
    return [upload.pk]


SAMPLES: dict[str, Callable[[Cast], Arguments]] = {
    "rosters:proposal": handed_in,
    "rosters:columns": handed_in,
    "rosters:agreement": handed_in,
    "rosters:refusal": handed_in,
}


def arguments(route: str, cast: Cast) -> Arguments:
    """What to fill in, made when it is asked for. Routes that take nothing need no line here."""
    return SAMPLES[route](cast) if route in SAMPLES else []
