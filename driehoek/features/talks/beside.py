"""What lies on the table with a talk, or with one point of it: a package above lays it there.

    lay_beside(from_home)

The function gets the talk and who looks, asks as a part of the page, and makes pieces of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any  # whatever its template shows

from driehoek.backbone.access.parts import Asking, abreast
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Readable

if TYPE_CHECKING:
    from driehoek.features.talks.models import Talk


@dataclass(frozen=True)
class Beside:
    """A template, and what it gets as `found`; with one point, or with the whole talk. The page puts what is
    `written` in words, before any of it is shown."""

    template: str
    found: Any
    point: int | None = None
    written: tuple[Readable, ...] = ()


Laying = Callable[["Talk", Viewer], Asking[Iterable[Beside]]]
LAID: list[Laying] = []


def lay_beside(laying: Laying) -> None:
    """From now on this one is asked as well, once for each page of a talk."""
    if laying not in LAID:
        LAID.append(laying)


def beside(talk: "Talk", viewer: Viewer) -> Asking[list[Beside]]:
    """All of it, in the order in which the packages joined."""
    laid = yield from abreast(*(laying(talk, viewer) for laying in LAID))
    return [one for found in laid for one in found]
