"""What can be found. Packages declare it in their searchable.py; this collects.

    @searchable(Post)
    def post(post: Post) -> Text | None:
        ...

The function is asked whenever the journal records something about such a thing, and again for whoever finds
it. None means: there is nothing to find here (any more). It uses only what all read who see the thing.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar  # a thing of any package

from django.db.models import Model

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Text:
    """One thing as the index and the list of what was found know it."""

    shelf: int
    at: dt.datetime  # since when it can be read
    words: str  # plain
    title: str = ""
    about: str = ""  # the title of what it belongs to: shown, and not looked for
    url: str
    icon: str  # which picture says what it is
    by: Person | None = None
    where: str = ""  # "groep 5"


Thing = TypeVar("Thing", bound=Guarded)
Telling = Callable[[Thing], Text | None]
SEARCHABLE: dict[type[Guarded], Callable[..., Text | None]] = {}
BESIDE: dict[type[Guarded], tuple[str, ...]] = {}
Carried = Callable[[Any], Iterable[Guarded]]
CARRIED: dict[type[Model], Carried] = {}


def searchable(
    model: type[Thing], *beside: str
) -> Callable[[Callable[[Thing], Text | None]], Callable[[Thing], Text | None]]:
    """Declare how a model is found; `beside` names what its text needs (for select_related)."""

    def declare(function: Callable[[Thing], Text | None]) -> Callable[[Thing], Text | None]:
        SEARCHABLE[model], BESIDE[model] = function, beside
        return function

    return declare


def carries(model: type[Model]) -> Callable[[Carried], Carried]:
    """Declare which findable things are told anew when something happens to what carries them."""

    def declare(function: Carried) -> Carried:
        CARRIED[model] = function
        return function

    return declare


def text_of(thing: Guarded) -> Text | None:
    return SEARCHABLE[type(thing)](thing)
