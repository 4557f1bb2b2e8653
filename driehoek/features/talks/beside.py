"""What lies on the table with a talk, or with one point of it: a package above lays it there.

    lay_beside(from_home)

The function gets the talk, the keys of its points and who looks, and gives pieces of the page.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any  # whatever its template shows

from driehoek.backbone.access.viewer import Viewer

if TYPE_CHECKING:
    from driehoek.features.talks.models import Talk


@dataclass(frozen=True)
class Beside:
    """A template, and what it gets as `found`; with one point, or with the whole talk."""

    template: str
    found: Any
    point: int | None = None


Laying = Callable[["Talk", Collection[int], Viewer], Iterable[Beside]]
LAID: list[Laying] = []


def lay_beside(laying: Laying) -> None:
    """From now on this one is asked as well, once for each page of a talk."""
    if laying not in LAID:
        LAID.append(laying)


def beside(talk: "Talk", points: Collection[int], viewer: Viewer) -> dict[int | None, list[Beside]]:
    """By point; under None what lies with the whole talk."""
    found: dict[int | None, list[Beside]] = defaultdict(list)
    for laying in LAID:
        for one in laying(talk, points, viewer):
            found[one.point].append(one)
    return found
