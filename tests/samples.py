"""An example for every URL that takes an argument: always of groep 5, so that the table tells a story."""

from collections.abc import Callable

from tests.cast import Cast

Arguments = list[object]
SAMPLES: dict[str, Callable[[Cast], Arguments]] = {}


def arguments(route: str, cast: Cast) -> Arguments:
    """What to fill in, made when it is asked for. Routes that take nothing need no line here."""
    return SAMPLES[route](cast) if route in SAMPLES else []
