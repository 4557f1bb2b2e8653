"""What lies on the table with a point: other features have it, and a surface says what that is."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from driehoek.backbone.access.viewer import Viewer


@dataclass(frozen=True)
class Laid:
    """One thing, as this reader may see it."""

    icon: str
    url: str
    words: str
    language: str = ""
    value: str = ""


Layer = Callable[[Collection[int], Viewer], dict[int, list[Laid]]]
LAYERS: list[Layer] = []


def lays(layer: Layer) -> None:
    """From now on this one is asked as well, once for all points of a page."""
    if layer not in LAYERS:
        LAYERS.append(layer)


def laid_on(points: Collection[int], viewer: Viewer) -> dict[int, list[Laid]]:
    found: dict[int, list[Laid]] = defaultdict(list)
    for layer in LAYERS if points else ():
        for point, things in layer(points, viewer).items():
            found[point] += things
    return found
