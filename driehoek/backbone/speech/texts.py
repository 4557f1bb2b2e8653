"""What is said of a thing, in which language. The door through which translations come in.

A thing that can be heard has a `language` and one or more texts: `spoken_text`, and by another name
`spoken_question` for a part of it. The setting SPEECH_TEXTS names a function that is asked first: it gets
the thing, the text and the language that is wanted, and gives the text in that language, or None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string
from django.utils.translation import override

from driehoek.backbone.access.querysets import Guarded
from driehoek.base.core.text import plain_text

LONGEST = 6_000  # letters: some seven minutes
WHOLE = "text"
Translating = Callable[[Model, str, str], "str | None"]


@dataclass(frozen=True)
class Words:
    text: str
    language: str


def model_of(label: str) -> type[Guarded] | None:
    """The model of things that can be heard, by "feed.post"; None for all others."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return model if issubclass(model, Guarded) and hasattr(model, "spoken_text") else None


def words_of(thing: Model, *, part: str = WHOLE, wanted: str = "") -> Words | None:
    """Its words in the language that is wanted, or else in its own; None when it has nothing to say."""
    own = getattr(thing, "language", settings.LANGUAGE_CODE)
    text = _said(thing, part, own)
    if not text.strip():
        return None
    if wanted != own and wanted in dict(settings.LANGUAGES) and settings.SPEECH_TEXTS:
        translating: Translating = import_string(settings.SPEECH_TEXTS)
        if translated := translating(thing, _said(thing, part, wanted), wanted):
            return Words(_plain(translated), wanted)
    return Words(_plain(text), own)


def _said(thing: Model, part: str, language: str) -> str:
    """With what stands around it in words of ours in that language too."""
    with override(language):
        return str(getattr(thing, f"spoken_{part}", ""))


def _plain(text: str) -> str:
    """As one says it: without marks, links and what no voice can read; cut where a sentence ends."""
    said = re.sub(r"https?://\S+", " ", plain_text(text))
    said = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]", " ", said)
    if len(said) <= LONGEST:
        return said
    cut = said[:LONGEST]
    return cut[: max(cut.rfind(mark) for mark in ".!?\n") + 1] or cut
