"""Who would like an interpreter beside her, for the pages that should say so.

The package that keeps the wishes says here how one sees them.
"""

from collections.abc import Callable
from typing import Any  # rows of whichever model: each has a person, a school and a language

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer

_KEPT: list[Callable[[Viewer], QuerySet[Any]]] = []


def wishes_are_kept(seen: Callable[[Viewer], QuerySet[Any]]) -> None:
    """`seen` gives the wishes that a viewer may know of."""
    _KEPT[:] = [seen]


def wishes(me: Viewer) -> QuerySet[Any]:
    return _KEPT[0](me)
