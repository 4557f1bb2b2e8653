"""What can be translated by hand: each package says in its translated.py which of its rows hold which texts.

    translatable("bericht", Post, texts_of_post)

Who may do it stands in the policy, as "translate" on that model.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any  # a row of whichever model

from django.db.models import Model

from driehoek.backbone.translation.texts import Text


@dataclass(frozen=True)
class Kind:
    """Rows of one model, under a word that stands in addresses."""

    name: str
    model: type[Model]
    texts: Callable[[Any], Mapping[str, Text]]


KINDS: dict[str, Kind] = {}


def translatable(name: str, model: type[Model], texts: Callable[[Any], Mapping[str, Text]]) -> None:
    KINDS[name] = Kind(name, model, texts)
