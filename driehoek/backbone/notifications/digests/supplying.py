"""What is asked at the kitchen table besides what stands in the news: a package above supplies it.

    @supply
    def from_our_own(viewer: Viewer, asked: Sequence[Asked]) -> list[int | Supplied]:
        ...

`asked` says of each question in the news under which key its ticks are kept, and which children it
concerns. The answer is the table in its order: the number of one of those, or a question that no news
brought. Found in a package's notices.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from driehoek.backbone.access.viewer import Viewer

Children = tuple[int, ...]
Asked = tuple[str, Children]  # its key, as on every page


@dataclass(frozen=True)
class Supplied:
    """In the active language; `is_together`: something to do, not to ask. Ticks are kept by its key. A
    `title` leads to the table, for what stands there alone."""

    key: str
    children: Children
    question: str
    is_together: bool
    title: str = ""


Supply = Callable[[Viewer, Sequence[Asked]], list[int | Supplied]]
SUPPLIES: list[Supply] = []


def supply(function: Supply) -> Supply:
    SUPPLIES.append(function)
    return function


def laid(viewer: Viewer, asked: Sequence[Asked]) -> list[int | Supplied]:
    for function in SUPPLIES:
        return function(viewer, asked)
    return list(range(len(asked)))
