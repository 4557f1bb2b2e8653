"""What can be found. Packages declare it in their searchable.py; this collects.

    @searchable(Post)
    def post(post: Post) -> Text | None:
        ...

The function is asked whenever the journal records something about such a thing, and again for whoever finds
it. None means: there is nothing to find here (any more). It uses only what all read who see the thing.
It gives texts as people wrote them; in which languages they can be read, the memory of translations knows.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar  # a thing of any package

from django.db.models import Model

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text as Written
from driehoek.base.core.text import plain_text
from driehoek.facts.people.models import Person


class Said(NamedTuple):
    """The words of one thing, plain, in one language."""

    title: str
    words: str
    about: str


@dataclass(frozen=True, kw_only=True)
class Text:
    """One thing as the index and the list of what was found know it."""

    shelf: int
    at: dt.datetime  # since when it can be read
    words: tuple[Written, ...]
    title: Written | None = None
    about: Written | None = None  # the title of what it belongs to: shown, and not looked for
    has_markdown: bool = False  # the small Markdown that people type
    url: str
    icon: str  # which picture says what it is
    by: Person | None = None
    where: str = ""  # "groep 5"

    @cached_property
    def parts(self) -> dict[str, Written]:
        """What is looked for in it, by name."""
        title = {"title": self.title} if self.title else {}
        return title | {f"words {number}": one for number, one in enumerate(self.words)}

    @cached_property
    def shown(self) -> dict[str, Written]:
        """What a list shows of it, by name."""
        return self.parts | ({"about": self.about} if self.about else {})

    def said(self, told: Told) -> Said:
        """`told` has at least its parts."""
        found = {name: shown.words for name, shown in told.items()}
        words = "\n\n".join(said for name, said in found.items() if name.startswith("words"))
        plain = plain_text(words) if self.has_markdown else words
        return Said(found.get("title", ""), plain, found.get("about", ""))


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
