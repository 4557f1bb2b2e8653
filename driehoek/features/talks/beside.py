"""What stands beside a whole talk (beside one point of it: laid.py): a package above lays it there.

    lay_beside(from_home)

The function gets the talk and who looks, and gives a piece of the page, or nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # whatever its template shows

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.talks.models import Talk


@dataclass(frozen=True)
class Beside:
    """A template, and what it gets as `found`."""

    template: str
    found: Any


Laying = Callable[[Talk, Viewer], Beside | None]
LAID: list[Laying] = []


def lay_beside(laying: Laying) -> None:
    """From now on this one is asked as well, once for each page of a talk."""
    if laying not in LAID:
        LAID.append(laying)


def beside(talk: Talk, viewer: Viewer) -> list[Beside]:
    return [found for laying in LAID if (found := laying(talk, viewer))]
